import { type Command, InvalidArgumentError } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { audit, COVERAGE_MARK } from '../../output/audit/audit.js';
import { AUDIT_RULES, type AuditRule } from '../../output/audit/audit-rules.js';
import type { Finding } from '../../output/audit/finding.js';
import { EXIT } from '../../pipeline/base/errors.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption, withStore } from '../store-option.js';
import { addTodayOption, readToday } from '../task-options.js';

const isRule = (name: string): name is AuditRule => Object.hasOwn(AUDIT_RULES, name);
const RULES = Object.keys(AUDIT_RULES).filter(isRule);

const formatFindings = (findings: readonly Finding[], say: Speak): string => {
  if (findings.length === 0) return say('Không phát hiện điều gì cần kiểm tra.', 'Nothing to look at was found.');
  return RULES.flatMap((rule) => {
    const own = findings.filter((finding) => finding.rule === rule);
    if (own.length === 0) return [];
    const lines = own.map(
      (f) =>
        `  ${oneLine(f.documentNumber ?? say('(không số)', '(no number)'))} · ${oneLine(f.path)}\n    ${oneLine(say(f.message.vi, f.message.en))}`,
    );
    const { name, advice } = AUDIT_RULES[rule];
    return [`${say(name.vi, name.en)} (${own.length}) [${rule}]\n→ ${say(advice.vi, advice.en)}\n${lines.join('\n')}`];
  }).join('\n\n');
};

/** A share as Vietnamese or programs write it: 0,95 or 0.95. */
const parseShare = (text: string): number => {
  if (!/^(?:0(?:[.,]\d{1,6})?|1(?:[.,]0{1,6})?)$/u.test(text))
    throw new InvalidArgumentError('một số từ 0 đến 1, như 0,95 / a number from 0 to 1, such as 0.95');
  return Number(text.replace(',', '.'));
};

/** `any`, or rules with commas between them. */
const parseRules = (text: string): readonly AuditRule[] => {
  const names = text.split(',').map((name) => name.trim());
  const known = names.filter(isRule);
  if (text.trim() === 'any') return RULES;
  if (known.length === names.length) return known;
  const list = RULES.join(', ');
  throw new InvalidArgumentError(`any hoặc vài mã trong: ${list} / any, or some of: ${list}`);
};

/** `ketluan audit`: what an archivist would check. — kiểm tra kho */
export const registerAudit = (program: Command): void => {
  const command = program
    .command('audit')
    .description(
      'kiểm tra kho theo yêu cầu lưu trữ / check the archive: gaps, repeats, dates, signatures, unread pages',
    );
  addTodayOption(addStoreOption(command))
    .option(
      '--coverage <share>',
      'nêu văn bản có trang đọc được ít chữ in hơn tỉ lệ này / name papers with a page of which less of the print was read',
      parseShare,
      COVERAGE_MARK,
    )
    .option(
      '--fail-on <rules>',
      'kết thúc với mã 3 khi phát hiện một trong các điều này (any: bất kỳ điều nào) / end with 3 when one of these was found (any: whichever)',
      parseRules,
    )
    .option('--json', 'in mỗi phát hiện một dòng JSON / print one JSON object a line')
    .action(async ({ coverage, failOn, json }: { coverage: number; failOn?: readonly AuditRule[]; json?: boolean }) => {
      const findings = await withStore(command, (db) => [...audit(db, readToday(command), coverage)]);
      const text =
        json === true ? findings.map(toJson).join('\n') : formatFindings(findings, speak(readLanguage(command)));
      if (text !== '') printText(text);
      if (findings.some(({ rule }) => failOn?.includes(rule) === true)) process.exitCode = EXIT.quarantined;
    });
};

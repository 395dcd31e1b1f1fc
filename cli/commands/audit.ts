import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { audit } from '../../output/audit/audit.js';
import { AUDIT_RULES } from '../../output/audit/audit-rules.js';
import type { Finding } from '../../output/audit/finding.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption, withStore } from '../store-option.js';
import { addTodayOption, readToday } from '../task-options.js';

const formatFindings = (findings: readonly Finding[], say: Speak): string => {
  if (findings.length === 0) return say('Không phát hiện điều gì cần kiểm tra.', 'Nothing to look at was found.');
  const rules = [...new Set(findings.map((finding) => finding.rule))];
  return rules
    .map((rule) => {
      const own = findings.filter((finding) => finding.rule === rule);
      const lines = own.map(
        (f) =>
          `  ${oneLine(f.documentNumber ?? say('(không số)', '(no number)'))} · ${oneLine(f.path)}\n    ${oneLine(say(f.message.vi, f.message.en))}`,
      );
      const { vi, en } = AUDIT_RULES[rule].name;
      return `${say(vi, en)} (${own.length})\n${lines.join('\n')}`;
    })
    .join('\n\n');
};

/** `ketluan audit`: what an archivist would check. — kiểm tra kho */
export const registerAudit = (program: Command): void => {
  const command = program
    .command('audit')
    .description('kiểm tra kho theo yêu cầu lưu trữ / check the archive: gaps, repeats, dates, signatures, holes');
  addTodayOption(addStoreOption(command))
    .option('--json', 'in mỗi phát hiện một dòng JSON / print one JSON object a line')
    .action(async () => {
      const findings = await withStore(command, (db) => [...audit(db, readToday(command))]);
      const text =
        command.opts().json === true
          ? findings.map(toJson).join('\n')
          : formatFindings(findings, speak(readLanguage(command)));
      if (text !== '') printText(text);
    });
};

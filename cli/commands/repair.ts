import type { Command } from 'commander';
import type { RepairResult } from '../../pipeline/library.js';
import { type Language, readLanguage, say } from '../language.js';
import { oneLine, printJson, printPaper, printText } from '../print.js';
import { readInput } from '../read-input.js';
import { addSecrecyOptions, readSecrecy } from '../secrecy-options.js';

/** One line a change: line number, what stood there, what stands now, how sure. */
const renderChanges = (raw: string, result: RepairResult, language: Language): string => {
  let line = 1;
  let at = 0;
  const rows = result.edits.map((edit) => {
    for (; at < edit.raw.start; at++) if (raw.charAt(at) === '\n') line++;
    const from = oneLine(raw.slice(edit.raw.start, edit.raw.end));
    const to = oneLine(result.text.slice(edit.repaired.start, edit.repaired.end));
    return `${line}\t${from}\t${to}\t${edit.confidence.toFixed(3)}\t${edit.by}`;
  });
  const head = say({ vi: 'dòng\tgốc\tsửa\ttin cậy\tcách', en: 'line\traw\trepaired\tconfidence\tby' }, language);
  return [head, ...rows].join('\n');
};

/** `ketluan repair [file]`: mangled text in, repaired text out; `--changes` lists the edits instead. — phục hồi dấu */
export const registerRepair = (program: Command): void => {
  const repair = program
    .command('repair')
    .description('phục hồi văn bản mất dấu, sai chữ / repair mangled text')
    .argument('[file]', 'tệp văn bản, hoặc - cho đầu vào chuẩn / a text file, or - for standard input');
  addSecrecyOptions(repair)
    .option('--changes', 'liệt kê các chỗ đã sửa / list the changes', false)
    .option('--json', 'in kết quả và các chỗ sửa dạng JSON / print text and changes as JSON', false)
    .action(async (file: string | undefined, options: { changes: boolean; json: boolean }, command: Command) => {
      const { repairText } = await import('../../pipeline/library.js');
      const { decodeText } = await import('../../pipeline/paginate/decode-text.js');
      const raw = decodeText(await readInput(file)).text;
      const result = repairText(raw, { secrecy: readSecrecy(command) });
      if (options.json) printJson(result);
      else if (options.changes) printText(renderChanges(raw, result, readLanguage(command)));
      else printPaper(result.text);
    });
};

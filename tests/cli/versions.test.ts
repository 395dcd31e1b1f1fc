import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDocuments } from '../../cli/commands/documents.js';
import { registerExport } from '../../cli/commands/export.js';
import { registerRemove } from '../../cli/commands/removed.js';
import { registerShow } from '../../cli/commands/show.js';
import { registerVersions } from '../../cli/commands/versions.js';
import { runGuarded } from '../../output/store/guard.js';
import { openDatabase } from '../../output/store/open-database.js';
import { placeFiles } from '../../output/store/place-files.js';
import { startBatch } from '../../output/store/record-batch.js';
import { saveFile } from '../../output/store/save-file.js';
import { AT, makeDocument, makeFile, SAMPLES } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-versions-'));
const db = join(folder, 'test.db');
const [first] = SAMPLES;
if (first === undefined) throw new Error('Expected samples');
const sketches = first.directives.map(({ number, text, assignments }) => ({
  number,
  text,
  bodies: assignments.flatMap(({ bodies }) => bodies),
  deadlines: assignments.flatMap(({ deadlines }) => deadlines),
}));
const scanned = makeDocument('a-quet', sketches, { textOrigin: 'ocr' });
const copy = {
  ...scanned,
  document: { ...scanned.document, source: { ...scanned.document.source, mediaType: 'application/pdf' as const } },
};
const placed = makeDocument('a-moi', sketches);
const renewed = {
  ...placed,
  document: { ...placed.document, source: { ...placed.document.source, path: first.document.source.path } },
};

beforeAll(() => {
  const store = openDatabase(db);
  const batch = startBatch(store, { roots: ['van-ban'], at: AT });
  for (const record of [first, copy, renewed]) {
    saveFile(store, makeFile(record, { batchKey: batch }));
    runGuarded(store, () => placeFiles(store, [record.document.source.sha256], { by: 'Lan', at: AT, batch }));
  }
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (register: (program: Command) => void, ...args: string[]): Promise<string> =>
  runCommand(register, [...args, '--db', db]);
const { id, source } = renewed.document;

describe('the files of one paper', () => {
  it('are listed by versions: which counts, what stands behind it, and how to let another one count', async () => {
    const lines = [
      'đang được tính',
      `  ${source.path}`,
      expect.stringMatching(/^phiên bản khác từ /u),
      `  ${first.document.source.path}`,
      `  Tính lại bản này: ketluan restore ${first.document.source.sha256}`,
      expect.stringMatching(/^bản trùng từ /u),
      `  ${copy.document.source.path}`,
      `  Tính lại bản này: ketluan restore ${copy.document.source.sha256}`,
      '',
    ];
    for (const name of [id, '12-KL/TU', source.path, copy.document.source.path, copy.document.id])
      expect((await run(registerVersions, 'versions', name)).split('\n')).toEqual(lines);
    expect((await run(registerVersions, 'versions', id, '--csv')).split('\n')[1]).toContain('đang được tính');
    await expect(run(registerVersions, 'versions', 'khong-co')).rejects.toMatchObject({ code: 'usage' });
  });

  it('are named in show, in the list of documents and in exports', async () => {
    const shown = await run(registerShow, 'show', id);
    expect(shown).toContain(`  Bản trùng: ${copy.document.source.path}\n`);
    expect(shown).toContain(`  Phiên bản khác: 1 (ketluan versions ${id})\n`);
    expect(JSON.parse(await run(registerShow, 'show', id, '--json')).files.map(({ as }: { as: string }) => as)).toEqual(
      ['counted', 'version', 'copy'],
    );
    expect(await run(registerDocuments, 'documents')).toContain(`bản trùng: ${copy.document.source.path}`);
    expect(JSON.parse(await run(registerExport, 'export', '--format', 'jsonl')).copies).toEqual([
      copy.document.source.path,
    ]);
  });

  it('say which of them counts when the one that did is removed', async () => {
    expect(await run(registerRemove, 'remove', id)).toContain(
      `Từ nay tính bản khác của văn bản: ${copy.document.source.path}\n`,
    );
    expect(await run(registerDocuments, 'documents')).toMatch(/^1 văn bản/u);
  });
});

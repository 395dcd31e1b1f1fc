import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerExplain } from '../../cli/commands/explain.js';
import { readFixtureDocuments } from '../../fixtures/make/gold.js';
import { openDatabase } from '../../output/store/open-database.js';
import { saveFile } from '../../output/store/save-file.js';
import { STAGE_VERSIONS } from '../../pipeline/base/provenance.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { recognizeText } from '../../pipeline/recognize-text.js';
import { runFromText } from '../../pipeline/run-document.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-explain-'));
const db = join(folder, 'test.db');
const text = readFixtureDocuments().find(({ slug }) => slug === 'kl-btv-xa-rac-thai')?.text ?? '';
const pipeline = buildPipeline();
const { repaired, documents } = runFromText(recognizeText(text, 'paper.txt'), pipeline);
const directives = documents.flatMap((one) => one.directives);

beforeAll(() => {
  const store = openDatabase(db);
  const stageVersions = { ...STAGE_VERSIONS };
  saveFile(store, { repaired, documents, stageVersions, modelCard: {}, at: '2025-07-01T08:00:00+07:00' });
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const explain = (...args: string[]): Promise<string> => runCommand(registerExplain, args);
const SENTENCE =
  'Giao Sở Tài chính phối hợp với Sở Y tế hoàn thành kế hoạch năm 2025 trước ngày 15/8; việc cũ đã xong trước ngày 30/6/2024.';

describe('explain', () => {
  it('tells of a sentence who, when and what is no deadline, with the rule', async () => {
    const printed = (await explain('explain', SENTENCE, '--issued-on', '1/6/2025')).replace(/\s+/gu, ' ');
    expect(printed).toContain('Là nhiệm vụ, vì có câu giao việc, hoặc mở đầu bằng việc phải làm [judge/instructs]');
    expect(printed).toContain('+ Sở Tài chính, chủ trì: đứng sau từ giao việc “Giao” [role/assigned]');
    expect(printed).toContain('+ Sở Y tế, phối hợp: đứng liền từ chỉ vai trò “phối hợp” [role/marked]');
    expect(printed).toContain('+ “trước ngày 15/8”: trước ngày 15/08/2025; năm suy từ ngày ban hành [deadline/day]');
    expect(printed).toContain('− “năm 2025”: không phải thời hạn, vì chỉ để gọi tên từ đứng trước');
    expect(printed).toContain('[drop-unsupported/tells-past]');
  });

  it('speaks English, and prints data', async () => {
    const english = await explain('--lang', 'en', 'explain', SENTENCE);
    expect(english).toContain('It is a task: a sentence of it gives work');
    const [item] = (await explain('explain', SENTENCE, '--json')).trim().split('\n');
    expect(JSON.parse(item ?? '')).toMatchObject({ isDirective: true, verdict: { rule: 'judge/instructs' } });
  });

  it('says of what is no task how it would be read, and judges a numbered item as one', async () => {
    const told =
      'Hội nghị đã thống nhất Đề án trước ngày 15/4/2025, giao Sở Nội vụ hoàn chỉnh chậm nhất ngày 20/5/2025.';
    const printed = await explain('explain', told, '--issued-on', '2/5/2025');
    expect(printed).toContain('Không là nhiệm vụ');
    expect(printed).toContain('Nếu được đọc như một nhiệm vụ:');
    const [item] = (await explain('explain', `1. ${told}`, '--json')).trim().split('\n');
    expect(JSON.parse(item ?? '')).toMatchObject({
      verdict: { rule: expect.stringMatching(/^judge\/(?:item|tells-past|approval)/u) },
    });
  });

  it('tells of every stored task the same as was stored of it', async () => {
    const [first] = documents;
    const lines = (await explain('explain', first?.document.id ?? '', '--db', db, '--json')).trim().split('\n');
    const items = lines.map((line): unknown => JSON.parse(line));
    for (const { id, assignments, references } of directives)
      expect(items).toContainEqual(expect.objectContaining({ id, assignments, references, isDirective: true }));
    const one = await explain('explain', directives[0]?.id ?? '', '--db', db);
    expect(one).toContain(directives[0]?.id);
    expect(one).not.toContain(directives.at(-1)?.id);
  });

  it('explains a whole paper in a file block by block, and refuses an id that is not stored', async () => {
    const file = join(folder, 'paper.txt');
    writeFileSync(file, text);
    const printed = await explain('explain', file);
    expect(printed).toContain('Không là nhiệm vụ, vì');
    expect(printed.match(/Là nhiệm vụ, vì/gu)?.length).toBe(directives.filter(({ kind }) => kind === 'task').length);
    expect(printed.match(/Là (?:nhiệm vụ|câu dẫn|đề mục)/gu)?.length).toBe(directives.length);
    await expect(explain('explain', '0123456789abcdef:1', '--db', db)).rejects.toMatchObject({ code: 'usage' });
    await expect(explain('explain', join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

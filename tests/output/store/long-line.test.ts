import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../output/store/open-database.js';
import { saveFile } from '../../../output/store/save-file.js';
import { buildPipeline } from '../../../pipeline/build-pipeline.js';
import { hashBytes } from '../../../pipeline/intake/stage.js';
import { runDocument } from '../../../pipeline/run-document.js';
import { makeContext } from '../../pipeline/run-context.js';

const TEXT = `TỈNH UỶ LAM TRÀ\nSố 15-KL/TU\nKẾT LUẬN\nvề y tế\n1. ${'giao Sở Y tế làm việc; '.repeat(12_000)}\n`;

const spend = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user;
};

describe('a text of thousands of clauses in one line', () => {
  it('is stored in no more time than it takes to read', async () => {
    const bytes = Buffer.from(TEXT);
    const file = {
      path: 'a.txt',
      sha256: hashBytes(bytes),
      byteLength: bytes.length,
      mediaType: 'text/plain' as const,
    };
    const read = () => runDocument({ file, bytes }, buildPipeline(), makeContext());
    const outcome = await read();
    if (outcome.kind === 'failed') throw outcome.error;
    const { repaired, documents } = outcome;
    expect(Math.max(...documents.flatMap((d) => d.directives.map((x) => x.assignments.length)))).toBeGreaterThan(2000);
    const db = openDatabase(':memory:');
    const at = '2026-11-26T00:00:00.000Z';
    const saving = await spend(() => saveFile(db, { repaired, documents, stageVersions: {}, modelCard: {}, at }));
    db.close();
    // It took ten times as long when each clause had the whole line searched.
    expect(saving).toBeLessThan(3 * (await spend(read)));
  });
});

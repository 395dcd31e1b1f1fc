import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { another, DIGITAL_PDF, makeText, readFixture } from './papers.js';
import { countDescriptors, hasProc, listTree } from './processes.js';
import { type Soak, start } from './soak.js';

const EVERY_MS = 250;
/** Every so many files one is a PDF, one is broken, one is a copy. */
const [PDF_EVERY, BROKEN_EVERY, COPY_EVERY] = [100, 97, 89];

const writeFiles = (soak: Soak, count: number): string => {
  const folder = soak.makeFolder('many');
  const pdf = readFixture(...DIGITAL_PDF);
  let last = '';
  for (let i = 0; i < count; i++) {
    const name = join(folder, String(i).padStart(6, '0'));
    if (i % PDF_EVERY === 50) writeFileSync(`${name}.pdf`, another(pdf, i));
    else if (i % BROKEN_EVERY === 60) writeFileSync(`${name}.pdf`, pdf.subarray(0, 200 + i));
    else if (i % COPY_EVERY === 70) writeFileSync(`${name}.txt`, last);
    else {
      last = makeText(soak.random, i);
      writeFileSync(`${name}.txt`, last);
    }
  }
  return folder;
};

interface Tenth {
  parent: number;
  children: number;
  descriptors: number;
  samples: number;
}

const inMegabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** Thousands of files in one run: memory and descriptors of the last tenth are those of the second, of a short run's the fifth. */
export const soakMany = async (soak: Soak, count: number): Promise<string> => {
  const folder = writeFiles(soak, count);
  const tenths: Tenth[] = Array.from({ length: 10 }, () => ({ parent: 0, children: 0, descriptors: 0, samples: 0 }));
  let done = 0;
  const running = start(['--lang', 'en', 'ingest', folder, '--db', soak.at('many.db')], {
    onLine: (line) => {
      done = Number(/^\[(\d+)\//u.exec(line)?.[1] ?? done);
    },
  });
  const look = setInterval(() => {
    const tenth = tenths[Math.min(9, Math.floor((done / count) * 10))];
    const [parent, ...children] = listTree(running.child.pid ?? 0);
    if (tenth === undefined || parent === undefined || done === 0) return;
    tenth.samples += 1;
    tenth.parent += parent.residentBytes;
    tenth.children += children.reduce((sum, { residentBytes }) => sum + residentBytes, 0);
    tenth.descriptors += [parent, ...children].reduce((sum, { pid }) => sum + countDescriptors(pid), 0);
  }, EVERY_MS);
  const ended = await running.ended;
  clearInterval(look);
  soak.expect(ended.code === 3, `ended with ${ended.code}: ${ended.err.slice(-300)}`);
  soak.expect(done === count, `${done} of ${count} files were accounted for`);
  soak.checkDatabase(soak.at('many.db'), 'after many files');
  const speed = `${count} files in ${Math.round(ended.seconds)} s (${Math.round(count / ended.seconds)} a second)`;
  if (!hasProc) return `${speed}; memory was not measured: this system has no /proc`;
  const mean = (tenth: Tenth | undefined, of: 'parent' | 'children' | 'descriptors'): number =>
    tenth === undefined || tenth.samples === 0 ? 0 : tenth[of] / tenth.samples;
  // A short run is over before the readers' heaps have their size: there the middle is looked at, and only a leak would show.
  const [at, allowed] = soak.isBounded ? [4, 0.3] : [1, 0.1];
  const [early, last] = [tenths[at], tenths[9]];
  const memory = (tenth: Tenth | undefined): number => mean(tenth, 'parent') + mean(tenth, 'children');
  const growth = memory(last) / memory(early) - 1;
  soak.expect(growth <= allowed, `memory grew by ${Math.round(growth * 100)} %`);
  const more = mean(last, 'descriptors') - mean(early, 'descriptors');
  soak.expect(more < 3, `${more.toFixed(1)} more descriptors`);
  const tell = (tenth: Tenth | undefined): string =>
    `${inMegabytes(mean(tenth, 'parent'))} + ${inMegabytes(mean(tenth, 'children'))} MB`;
  const course = tenths.map((tenth) => inMegabytes(memory(tenth))).join(' ');
  return `${speed}; parent + readers ${tell(early)} in tenth ${at + 1}, ${tell(last)} in the last (${(growth * 100).toFixed(1)} %; by tenths ${course}); descriptors ${mean(early, 'descriptors').toFixed(1)} and ${mean(last, 'descriptors').toFixed(1)}`;
};

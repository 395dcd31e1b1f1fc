import { suggestWritten } from '../../extractors/header/suggest-written.js';
import { type Wear, wearPage } from '../../fixtures/make/paper/degrade.js';
import { readDigitData, registerFace } from '../../models/digit-data.js';
import { makeRandom } from '../../models/make-noise.js';
import { prepareForOcr } from '../../pipeline/engines/image/image.js';
import type { PenGap } from '../../pipeline/handwriting/cut-signs.js';
import { readHandwriting } from '../../pipeline/handwriting/read-handwriting.js';
import { type DrawnGap, type DrawnPage, drawGaps } from './draw-gaps.js';

// Digits that the model was never trained on, written into the gaps of drawn heads, worn as the fixtures are, and read.

/** Degrees by which a wear turns its page: fixtures/make/paper/degrade.ts. */
const TURNED: Readonly<Record<Wear, number>> = { 'clean-gray': 0, 'office-scan': 0.7, photocopy: -1.5, bilevel: 0 };
const PAGES_OF_EACH = 3;
const SURE = [0.5, 0.8, 0.9] as const;

/** Where a gap of the drawn page lies on the level page: worn and level again, only its scale and its margins differ. */
const place = (
  gap: DrawnGap,
  page: DrawnPage,
  wear: Wear,
  prepared: { width: number; height: number; scale: number },
): PenGap => {
  const turn = (Math.abs(TURNED[wear]) * Math.PI) / 180;
  const cut = page.height / (page.height * Math.cos(turn) + page.width * Math.sin(turn));
  const scale = cut * prepared.scale;
  const x = (value: number): number => prepared.width / 2 + (value - page.width / 2) * scale;
  const y = (value: number): number => prepared.height / 2 + (value - page.height / 2) * scale;
  const { left, top, right, bottom } = gap.box;
  return {
    box: { left: x(left), top: y(top), right: x(right), bottom: y(bottom) },
    foot: y(gap.foot),
    tall: gap.tall * scale,
  };
};

/** A header of which all was printed but number and day. */
const HEADER = {
  number: null,
  numberParts: { digits: null, symbol: '/KL-UBND' },
  issuedOn: null,
  issuedOnParts: { year: 2018, month: 3, day: null },
  signatures: [],
} as const;
const GAP = { box: { left: 0, top: 0, right: 1, bottom: 1 }, ink: 'pen', read: '', confidence: null } as const;

interface Judged {
  readonly wear: Wear;
  readonly kind: DrawnGap['kind'];
  readonly digits: string;
  readonly read: string | undefined;
  readonly confidence: number;
}

// The other half of these digits set the temperature of the model and how sure a whole gap is.
const written = readDigitData('heldOut').written.filter((_, i) => i % 2 === 1);
const print = registerFace('tinos');
const random = makeRandom(Number(process.argv[2] ?? 2018));
const judged: Judged[] = [];
let milliseconds = 0;
for (const wear of ['clean-gray', 'office-scan', 'photocopy', 'bilevel'] as const) {
  for (let i = 0; i < PAGES_OF_EACH; i++) {
    const page = drawGaps(written, print, random);
    const { image } = await wearPage(page.png, wear, 100 + i);
    const bytes = await (wear === 'clean-gray' || wear === 'office-scan'
      ? image.jpeg({ quality: 60 })
      : image.png()
    ).toBuffer();
    const { raster, colour, width } = await prepareForOcr(bytes, 'page');
    const scale = (colour.scale * width) / page.width;
    for (const gap of page.gaps) {
      const started = performance.now();
      const handwriting = readHandwriting(raster, place(gap, page, wear, { ...raster, scale }));
      milliseconds += performance.now() - started;
      const found = suggestWritten(HEADER, [{ ...GAP, field: gap.kind, handwriting }]);
      const read = (found?.number ?? found?.issuedOn ?? undefined)?.match(/^\d+(?=\/)|\d+$/u)?.[0];
      judged.push({ wear, kind: gap.kind, digits: gap.digits, read, confidence: found?.confidence ?? 0 });
    }
  }
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
const isRight = ({ kind, read, digits }: Judged): boolean =>
  read === (kind === 'day' ? digits.padStart(2, '0') : digits);
const say = (name: string, some: readonly Judged[]): void => {
  console.log(`${name}: right ${share(some.filter(isRight).length, some.length)}`);
  for (const least of SURE) {
    const sure = some.filter(({ confidence }) => confidence >= least);
    console.log(
      `  ≥ ${least}: ${share(sure.length, some.length)} suggested, right ${share(sure.filter(isRight).length, sure.length)}`,
    );
  }
};
for (const wear of Object.keys(TURNED))
  say(
    wear,
    judged.filter((one) => one.wear === wear),
  );
for (const kind of ['number', 'day'] as const)
  say(
    kind,
    judged.filter((one) => one.kind === kind),
  );
say('all', judged);
for (const one of judged.filter((each) => !isRight(each) && each.confidence >= 0.9))
  console.log(`  wrong and sure: ${one.wear} ${one.kind} ${one.digits} read ${one.read} ${one.confidence.toFixed(3)}`);
console.log(`${(milliseconds / judged.length).toFixed(1)} ms a gap`);

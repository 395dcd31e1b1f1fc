import type { IsoDate } from '../../schemas/span.js';
import { shiftDay } from '../tracker/due.js';
import { DAYLESS_STATES, LONG_DAYS, SOON_DAYS, type TrackerState } from '../tracker/tracker-state.js';
import { REPORT_STATES } from './labels.js';
import { type LedgerPaper, toNumber, WITHOUT_DAY } from './ledger.js';

/** Weeks ahead that are counted, and weeks of intake that are told. */
export const WEEKS = 12;
export const DAYS_IN_WEEK = 7;
/** Key of the tasks that nobody leads. */
export const NOBODY = 0;

/** Counts by state stand in the order of a report. */
const placeOf = (state: TrackerState): number => REPORT_STATES.indexOf(state);
export const LATE = placeOf('QUÁ HẠN');
const [SOON, GOING] = [placeOf('SẮP ĐẾN HẠN'), placeOf('ĐANG THỰC HIỆN')];
const OF_CODE: ReadonlyMap<number, number> = new Map(
  DAYLESS_STATES.map((state) => [WITHOUT_DAY[state], placeOf(state)]),
);

const bump = (counts: Int32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by;
};

/** Sums over the papers that came on one day. */
export interface Measured {
  papers: number;
  doubtful: number;
  scans: number;
  coverage: number;
  /** Scans with a confidence, and their sum. */
  measured: number;
  confidence: number;
}

/** Counts of one day over papers that come and go: what changed is counted again, not all. */
export class Counts {
  readonly states = new Int32Array(REPORT_STATES.length);
  readonly weeks = new Int32Array(WEEKS);
  readonly bodies = new Map<number, Int32Array>();
  readonly read = new Map<IsoDate, Measured>();
  long = 0;
  toReview = 0;
  open = 0;
  unclaimed = 0;
  suggested = 0;
  readonly #today: number;
  readonly #soon: number;
  readonly #long: number;
  readonly #weekOf = new Map<number, number>();

  constructor(readonly today: IsoDate) {
    this.#today = toNumber(today);
    this.#soon = toNumber(shiftDay(today, SOON_DAYS));
    this.#long = toNumber(shiftDay(today, -LONG_DAYS));
    for (let day = 0; day < WEEKS * DAYS_IN_WEEK; day++)
      this.#weekOf.set(toNumber(shiftDay(today, day)), Math.floor(day / DAYS_IN_WEEK));
  }

  #stateOf(day: number): number {
    if (day < 0) return OF_CODE.get(day) ?? GOING;
    return day < this.#today ? LATE : day <= this.#soon ? SOON : GOING;
  }

  #addTo(body: number, state: number, by: number): void {
    let counts = this.bodies.get(body);
    if (counts === undefined) {
      counts = new Int32Array(REPORT_STATES.length);
      this.bodies.set(body, counts);
    }
    bump(counts, state, by);
  }

  #addTasks(tasks: Int32Array, by: number): void {
    for (let at = 0; at < tasks.length; ) {
      const [day, review, leads] = [tasks[at] ?? 0, tasks[at + 1] ?? 0, tasks[at + 2] ?? 0];
      const state = this.#stateOf(day);
      bump(this.states, state, by);
      this.toReview += review * by;
      if (state === LATE && day <= this.#long) this.long += by;
      const week = state === LATE || day < 0 ? undefined : this.#weekOf.get(day);
      if (week !== undefined) bump(this.weeks, week, by);
      at += 3;
      if (leads === 0) this.#addTo(NOBODY, state, by);
      for (const end = at + leads; at < end; at++) this.#addTo(tasks[at] ?? NOBODY, state, by);
    }
  }

  #addReading({ takenInOn, isDoubtful, coverage, confidence }: LedgerPaper, by: number): void {
    const own = this.read.get(takenInOn) ?? {
      papers: 0,
      doubtful: 0,
      scans: 0,
      coverage: 0,
      measured: 0,
      confidence: 0,
    };
    this.read.set(takenInOn, own);
    own.papers += by;
    if (isDoubtful) own.doubtful += by;
    // A text layer or a typed file was not recognised: nothing of it tells how well scans are read.
    if (coverage === null) return;
    own.scans += by;
    own.coverage += coverage * by;
    if (confidence === null) return;
    own.measured += by;
    own.confidence += confidence * by;
  }

  /** `by`: 1 for a paper that comes, -1 for one that goes. */
  add(paper: LedgerPaper | undefined, by: 1 | -1): void {
    if (paper === undefined) return;
    this.#addTasks(paper.tasks, by);
    this.#addReading(paper, by);
    if (paper.isOpen) this.open += by;
    if (paper.isSuggested) this.suggested += by;
    this.unclaimed += paper.unclaimed * by;
  }
}

import type { IsoDate } from '../../schemas/span.js';
import { listCorrections } from '../store/corrections.js';
import { listDocuments } from '../store/load-document.js';
import { loadText } from '../store/load-file.js';
import type { Store } from '../store/store.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import { makePrint, type PaperPrint } from '../tracker/same-paper.js';
import { checkAuthor, checkDates, checkDeadlines, checkEnding, checkHasDeadlines } from './check-header.js';
import { checkItems } from './check-items.js';
import { checkMeetings, type MeetingDocument, readMeeting } from './check-meetings.js';
import { checkPresence } from './check-presence.js';
import { checkCoverage, checkPages } from './check-reading.js';
import { checkSeries, type NumberedDocument, readNumbered } from './check-series.js';
import { checkSigning } from './check-signing.js';
import type { Finding } from './finding.js';
import { checkSamePapers } from './same-paper.js';

/** Less of a page's print than this, and an archivist should look: .95 of it is a line or two of a full page. */
export const COVERAGE_MARK = 0.95;

/**
 * Checks a database, as people corrected it, as an archivist would: numbers and days that are missing or cannot be, authors in
 * conflict, missing signatures, pages and items, pages unread or read below `coverage` (0–1), tasks without deadlines, papers
 * that lie there twice, then gaps and repeats in the series of numbers and of meetings. One document stands in memory at a time.
 */
export function* audit(db: Store, today: IsoDate, coverage = COVERAGE_MARK): Generator<Finding> {
  const numbered: NumberedDocument[] = [];
  const meetings: MeetingDocument[] = [];
  const prints: PaperPrint[] = [];
  for (const record of listDocuments(db)) {
    const corrections = listCorrections(db, record.document.id);
    const corrected = applyCorrections(record, corrections);
    const { document } = corrected;
    yield* checkPresence(document);
    yield* checkPages(document);
    yield* checkCoverage(document, coverage);
    yield* checkDates(document, today);
    yield* checkSigning(document);
    yield* checkDeadlines(corrected);
    yield* checkAuthor(document);
    yield* checkEnding(document);
    // What a person called no task still holds its number.
    yield* checkItems(record, loadText(db, document.source.sha256));
    yield* checkHasDeadlines(
      document,
      corrected.directives.filter((one) => countsAsTask(one, corrections)),
    );
    const own = readNumbered(corrected);
    if (own !== undefined) numbered.push(own);
    const meeting = readMeeting(corrected);
    if (meeting !== undefined) meetings.push(meeting);
    const print = makePrint(corrected);
    if (print !== undefined) prints.push(print);
  }
  const copies = checkSamePapers(prints);
  yield* copies;
  // A copy is told once: its number is no second use of it.
  const copied = new Set(copies.map(({ documentId }) => documentId));
  yield* checkSeries(numbered.filter(({ id }) => !copied.has(id)));
  yield* checkMeetings(meetings);
}

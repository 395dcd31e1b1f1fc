import type { z } from 'zod';
import { describeChange } from '../../cli/describe-correction.js';
import { formatSignature, formatSuggested } from '../../cli/format-signature.js';
import { listPageDoubts, type Place, placeDirective, placeSentence } from '../../output/pages/find-places.js';
import { readLayers } from '../../output/pages/read-layers.js';
import { asRead, type ReadPaper } from '../../output/pages/read-paper.js';
import { unknownItem } from '../../output/review/errors.js';
import { headerOf, type ItemOf, passagesOf, type ReviewPaper, taskOf } from '../../output/review/items.js';
import { listPaperFiles } from '../../output/store/paper-files.js';
import { isSecret } from '../../output/store/secret.js';
import { findFirstDeadline } from '../../output/tracker/first-deadline.js';
import { listNames } from '../../output/tracker/list-names.js';
import type { BodyRole, Directive } from '../../schemas/directive.js';
import type { Note } from '../../schemas/note.js';
import { keepPaper } from '../kept-papers.js';
import type { Page } from '../page.js';
import type { Frame, ItemDetail, Line, PaperData, PaperQuery, Reason } from './paper-schema.js';
import { listTextMarks } from './text-marks.js';

/** What of the notes asks for a look. */
export const toReasons = (notes: readonly Note[]): z.input<typeof Reason>[] =>
  notes
    .filter(({ level }) => level !== 'info')
    .map(({ level, rule, message, page }) => ({ level, rule, message: { ...message }, page: page ?? null }));

type Where = ItemDetail['bodies'][number]['where'];

/** Where a part stands that has places on pages; of a text without pictures, on the page of its item. */
const placeOf = (name: string, page: number, { places }: { readonly places: readonly Place[] }): Where => ({
  part: name,
  page: places[0]?.page ?? page,
});

const joined = (directive: Directive, role: z.output<typeof BodyRole>): string => listNames(directive, role).join('; ');

/** An item as its form and its detail show it. */
export const toDetail = ({ directive, review, revision }: ItemOf<'task'>, read: ReadPaper | undefined): ItemDetail => {
  const own = read === undefined ? undefined : asRead(read, directive);
  const isAsRead = own !== undefined && own.text === directive.text;
  const places =
    read === undefined || own === undefined ? undefined : placeDirective(read.reading.document, own, read.repaired);
  const layers = read === undefined || !isAsRead ? [] : readLayers(directive, read.repaired);
  const first = findFirstDeadline(directive);
  const { page } = directive;
  /** Of what people made of it, only what is still as it was read has a place. */
  const placeBody = ({ name, role }: { readonly name: string; readonly role: string }): Where => {
    const at = places?.bodies.findIndex((body) => body.name === name && body.role === role && !body.inherited) ?? -1;
    const found = places?.bodies[at];
    return found === undefined ? null : placeOf(`b${at}`, page, found);
  };
  const placeDeadline = (text: string): Where => {
    const at = places?.deadlines.findIndex((deadline) => deadline.text === text) ?? -1;
    const found = places?.deadlines[at];
    return found === undefined ? null : placeOf(`d${at}`, page, found);
  };
  return {
    id: directive.id,
    number: directive.number,
    kind: directive.kind,
    page: directive.page,
    text: directive.text,
    review,
    revision,
    bodies: directive.assignments.flatMap(({ bodies }) =>
      bodies.map(({ role, name, inherited }) => ({ role, name, inherited, where: placeBody({ role, name }) })),
    ),
    deadlines: directive.assignments.flatMap(({ deadlines }) =>
      deadlines.map(({ text, kind, due, bound, target, inferred }) => ({
        text,
        kind,
        due,
        bound,
        target,
        inferred,
        where: placeDeadline(text),
      })),
    ),
    fields: {
      due: first?.due ?? first?.text ?? '',
      lead: joined(directive, 'lead'),
      executing: joined(directive, 'executing'),
      coordinating: joined(directive, 'coordinating'),
      receiving: joined(directive, 'receiving'),
    },
    reasons: toReasons(directive.notes),
    doubts: isAsRead ? (places?.doubts ?? []).flatMap(({ span }) => (span === null ? [] : [span])) : [],
    layers: layers.some(({ isChanged }) => isChanged)
      ? layers.map(({ raw, text, isChanged, isDoubtful }) => ({ raw, text, isChanged, isDoubtful }))
      : [],
    references: directive.references.map(({ type, number }) => `${type ?? ''} ${number}`.trim()),
  };
};

const depthOf = (directives: readonly Directive[], { parent }: Directive): number => {
  let depth = 0;
  for (let above = parent; above !== null && depth < 6; depth++)
    above = directives.find(({ number }) => number === above)?.parent ?? null;
  return depth;
};

const listLines = (paper: ReviewPaper): z.input<typeof Line>[] => {
  const { directives } = paper.record;
  const items = directives.map((directive): z.input<typeof Line> => {
    const { review } = taskOf(paper, directive);
    const { id, number, kind, text, page } = directive;
    return { id, number, kind, depth: depthOf(directives, directive), text: text.slice(0, 160), page, review };
  });
  const passages = passagesOf(paper)
    .filter(({ passage }) => passage.text !== '')
    .map(
      ({ id, passage }): z.input<typeof Line> => ({
        id,
        number: '',
        kind: 'passage',
        depth: 0,
        text: passage.text.slice(0, 160),
        page: passage.page,
        review: 'needs-review',
      }),
    );
  // Passages stand behind the items of their page: where among them cannot be told of every one.
  return [...items, ...passages].toSorted((a, b) => a.page - b.page);
};

const frame = (kind: z.input<typeof Frame>['kind'], item: string, places: readonly Place[], page: number, part = '') =>
  places.filter((place) => place.page === page).map((place) => ({ ...place, kind, item, part }));

/** Frames on one page: every item lightly, so that a click finds it; the one that is shown with its parts. */
export const listFrames = (paper: ReviewPaper, read: ReadPaper | undefined, item: string | undefined, page: number) => {
  if (read === undefined) return [];
  const { directives, document } = paper.record;
  // Of a head all words in doubt are shown: below the items, which a click on them still finds.
  const isHead = item === undefined || item === document.id;
  return [
    ...(isHead ? listPageDoubts(read.repaired, page).flatMap(({ places }) => frame('doubt', '', places, page)) : []),
    ...directives
      .filter(({ id, page: first }) => id !== item && first <= page && page <= first + 2)
      .flatMap((directive) => frame('item', directive.id, placeSentence(asRead(read, directive), read.repaired), page)),
    ...passagesOf(paper).flatMap(({ id, passage }) => frame('passage', id, passage.boxes ?? [], page)),
    ...directives
      .filter(({ id }) => id === item)
      .flatMap((directive) => {
        const places = placeDirective(document, asRead(read, directive), read.repaired);
        return [
          ...frame('sentence', directive.id, places.sentence, page),
          ...places.bodies.flatMap((body, i) => frame('body', directive.id, body.places, page, `b${i}`)),
          ...places.deadlines.flatMap((deadline, i) => frame('deadline', directive.id, deadline.places, page, `d${i}`)),
          ...places.doubts.flatMap((doubt) => frame('doubt', directive.id, doubt.places, page)),
        ];
      }),
  ];
};

/** The page that is shown: its picture, or, where there is none, its text with what stands in it. */
export const showPage = (
  page: Page,
  { paper, read }: { readonly paper: ReviewPaper; readonly read: ReadPaper | undefined },
  item: string | undefined,
  number: number,
): PaperData['page'] => {
  const found = read?.repaired.pages.find((one) => one.number === number);
  if (read === undefined || found === undefined) return { number, hasImage: false, ratio: null, text: '', marks: [] };
  const { mediaType } = read.reading.document.source;
  const hasImage = !isSecret(page.db) && (mediaType === 'application/pdf' || mediaType.startsWith('image/'));
  const size = found.imageSize;
  const { start, end } = found.span;
  return {
    number,
    hasImage,
    ratio: size === null ? null : size.width / size.height,
    text: hasImage ? '' : read.repaired.text.slice(start, end),
    marks: hasImage ? [] : [...listTextMarks(paper, read, item, found.span)],
  };
};

const sayFiles = (page: Page, id: string): PaperData['files'] =>
  listPaperFiles(page.db, id).map(({ path, as }) => ({ path, as }));

export const loadPaperData = (page: Page, query: PaperQuery): PaperData => {
  const { db, say } = page;
  const { paper, read } = keepPaper(db, query.id);
  if (paper === undefined) throw unknownItem(query.id);
  const { document, directives } = paper.record;
  const directive = directives.find(({ id }) => id === query.item);
  const passage = passagesOf(paper).find(({ id }) => id === query.item);
  const [firstPage] = read?.repaired.pages ?? [];
  const number = query.p ?? directive?.page ?? passage?.passage.page ?? directives[0]?.page ?? firstPage?.number ?? 1;
  const { signer, source } = document;
  return {
    document: {
      id: document.id,
      type: document.type,
      number: document.number,
      issuer: document.issuer,
      place: document.place,
      issuedOn: document.issuedOn,
      heldOn: document.heldOn,
      meetingNumber: document.meetingNumber,
      subject: document.subject,
      signer: [signer.authority, signer.position, signer.name].filter((part) => part !== null).join(', '),
      urgency: document.urgency,
      recipients: [...document.recipients],
      path: source.path,
      sha256: source.sha256,
      textOrigin: document.textOrigin,
      confidence: document.confidence,
      pageCount: source.pageCount,
      revision: headerOf(paper).revision,
      suggested: document.suggested === undefined ? null : formatSuggested(document.suggested, say),
    },
    reasons: toReasons(document.notes),
    outline: listLines(paper),
    selected: directive === undefined ? null : toDetail(taskOf(paper, directive), read),
    passage: passage === undefined ? null : { id: passage.id, text: passage.passage.text, page: passage.passage.page },
    page: showPage(page, { paper, read }, query.item, number),
    frames: listFrames(paper, read, query.item, number),
    signatures: document.signatures.map((one) => formatSignature(one, say)),
    files: sayFiles(page, query.id),
    history: paper.history
      .map((one) => ({
        key: one.key ?? 0,
        at: one.correctedAt,
        by: one.correctedBy,
        what: describeChange(one, say),
        undone: one.undoneBy !== undefined,
        isUndo: one.undoes !== undefined,
      }))
      .toReversed(),
  };
};

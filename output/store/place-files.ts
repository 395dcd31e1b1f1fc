import type { Placed, Reason } from '../../pipeline/run-batch.js';
import { isNewVersion, judgeCopies } from '../tracker/judge-files.js';
import { carryCorrections } from './carry-corrections.js';
import type { ToldClash } from './note-clash.js';
import { type Displaced, loadHeaded, loadPapers, markGone, relinkFile, standBehind } from './paper-files.js';
import { removeTraces } from './remove-traces.js';
import { findPlace } from './removed-rows.js';
import { findFile, type StoredFile } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { type Doer, loadCorrected, takeOut } from './take-out.js';

/** Who places files, and in which batch. */
export interface Placer extends Doer {
  readonly batch: number;
}

/** Of files that come from other databases: a path there is none here, and what was placed there side by side stays so. */
export interface Merging extends Doer {
  /** True where both files count in one of the databases: people and programs had seen them together. */
  readonly countTogether: (sha256: string, other: string) => boolean;
  /** Told where people contradict each other: they could not know of each other. */
  readonly onClash: (clash: ToldClash) => void;
}

const countCorrections = ({ carried, homeless }: Displaced): { readonly vi: string; readonly en: string } => {
  const vi = [
    ...(carried > 0 ? [`mang theo ${carried} chỉnh sửa`] : []),
    ...(homeless > 0 ? [`${homeless} chỉnh sửa chưa tìm được chỗ, xem ghi chú`] : []),
  ];
  const en = [
    ...(carried > 0 ? [`${carried} corrections carried over`] : []),
    ...(homeless > 0 ? [`${homeless} corrections found no place, see the notes`] : []),
  ];
  return { vi: vi.length === 0 ? '' : ` (${vi.join('; ')})`, en: en.length === 0 ? '' : ` (${en.join('; ')})` };
};

const newVersion = (old: Displaced): Reason => {
  const { vi, en } = countCorrections(old);
  return {
    rule: 'new-version',
    message: {
      vi: `Thay cho bản trước ở cùng đường dẫn${vi}.`,
      en: `Replaces the earlier file at the same path${en}.`,
    },
  };
};

const otherPaper = (): Reason => ({
  rule: 'path-taken',
  message: {
    vi: 'Đường dẫn này trước là của một văn bản khác; văn bản đó vẫn được giữ, tệp gốc của nó không còn ở đây.',
    en: 'Another paper lay at this path before; it is kept, its original is no longer here.',
  },
});

const countsNow = (copy: Displaced): Reason => {
  const { vi, en } = countCorrections(copy);
  return {
    rule: 'better-copy',
    message: {
      vi: `Cùng văn bản với ${copy.path}: từ nay tính bản này, tệp kia là bản trùng${vi}.`,
      en: `The same paper as ${copy.path}: this one counts now, the other is its copy${en}.`,
    },
  };
};

/** The report names the file that counts. */
export const PAPER_COPY: Reason = {
  rule: 'paper-copy',
  message: { vi: 'Cùng một văn bản, tính bản kia.', en: 'The same paper, of which the other file counts.' },
};

const pagesJoined = (pages: number): Reason => ({
  rule: 'pages-joined',
  message: {
    vi: `${pages} ảnh đã nạp riêng trước đây nay là các trang của văn bản này; bản riêng đã gỡ (ketluan removed).`,
    en: `${pages} images that were taken in one by one are pages of this paper now; they were removed (ketluan removed).`,
  },
});

const perhapsCopy = (path: string): Reason => ({
  rule: 'perhaps-copy',
  message: {
    vi: `Có thể cùng một văn bản với ${path} nhưng hạn hoặc số nhiệm vụ khác nhau nên chưa gộp: cần so hai bản.`,
    en: `Perhaps the same paper as ${path}, but days or tasks differ, so both count: compare the two.`,
  },
});

const AT_PATH =
  "SELECT sha256 FROM file WHERE path = ? AND sha256 <> ? AND status <> 'quarantined' AND gone_at IS NULL";

// A batch that met the bytes at another place before it came to this one.
const MET_IN_BATCH = `SELECT path FROM batch_file WHERE batch_key = ? AND sha256 = ? AND path <> ? ORDER BY path LIMIT 1`;

// Exactly the same number, for which there is an index: what is written otherwise, the audit finds. Files of one make are no
// copies (judgeCopies); a handful is all that a paper comes in.
const NAMESAKES = `SELECT DISTINCT f.sha256 FROM document d JOIN file f ON f.file_key = d.file_key
  WHERE d.number IN (SELECT value FROM json_each(?)) AND d.issued_on IN (SELECT value FROM json_each(?)) AND f.sha256 <> ?
    AND (f.media_type <> ? OR f.media_type = 'application/pdf')
  ORDER BY f.file_key LIMIT 20`;

// The same question of the papers as they were read; what people corrected is asked of whole papers.
const HAS_NAMESAKES = `SELECT 1 FROM file own JOIN document n ON n.file_key = own.file_key
  JOIN document d ON d.number = n.number AND d.file_key <> own.file_key
  JOIN document o ON o.file_key = own.file_key AND o.issued_on = d.issued_on WHERE own.sha256 = ? LIMIT 1`;
const IS_CORRECTED = `SELECT 1 FROM file own JOIN document o ON o.file_key = own.file_key
  JOIN correction c ON c.document_id = o.id WHERE own.sha256 = ? LIMIT 1`;

/** False where no other file can hold the same paper: to load a file whole takes as long as to store it. */
const hasNamesakes = (db: Store, sha256: string): boolean =>
  prepare(db, HAS_NAMESAKES).get(sha256) !== undefined || prepare(db, IS_CORRECTED).get(sha256) !== undefined;

const listJson = (values: readonly (string | null)[]): string =>
  JSON.stringify([...new Set(values.filter((value) => value !== null))]);

/** One file that was stored a moment ago. */
class Placing {
  readonly #reasons: Reason[] = [];
  #homeless = 0;

  constructor(
    readonly db: Store,
    readonly sha256: string,
    readonly placer: Placer | Merging,
    readonly words: Set<string>,
  ) {}

  place(): Placed | undefined {
    const file = findFile(this.db, this.sha256);
    // Another file of the group took its place meanwhile, or it went.
    if (file === undefined || file.status === 'quarantined') return undefined;
    this.#takePages(file.parts ?? []);
    if ('batch' in this.placer) this.#settlePath(file.path, this.placer);
    const front = this.#settleCopies();
    if (front !== undefined) return { reasons: this.#reasons, behind: front };
    if (this.#reasons.length === 0) return undefined;
    return { reasons: this.#reasons, needsReview: this.#homeless > 0 };
  }

  #tell(displaced: Displaced | undefined, tell: (displaced: Displaced) => Reason): void {
    if (displaced === undefined) return;
    this.#homeless += displaced.homeless;
    this.#reasons.push(tell(displaced));
  }

  /** Its pages, where they were taken in one by one before, are no papers of their own. */
  #takePages(parts: NonNullable<StoredFile['parts']>): void {
    const { db, sha256, placer, words } = this;
    let taken = 0;
    for (const { sha256: page } of parts) {
      const left = loadCorrected(db, page);
      const event = { kind: 'copied' as const, about: sha256 };
      if (takeOut(db, page, { by: placer.by, at: placer.at, undone: false, event }, words) === undefined) continue;
      taken++;
      if (left !== undefined) this.#homeless += carryCorrections(db, left, sha256, placer.at).homeless;
    }
    if (taken > 0) this.#reasons.push(pagesJoined(taken));
  }

  /** What lay at its path is its earlier version, or another paper whose original is there no more. */
  #settlePath(path: string, placer: Placer): void {
    const { db, sha256, words } = this;
    for (const { sha256: old } of prepare<{ sha256: string }>(db, AT_PATH).all(path, sha256)) {
      const [before, now] = [loadPapers(db, old), loadPapers(db, sha256)];
      if (before === undefined || now === undefined) continue;
      if (isNewVersion(before, now)) {
        this.#tell(standBehind(db, old, { sha256, as: 'version' }, placer, words), newVersion);
        continue;
      }
      const elsewhere = prepare<{ path: string }>(db, MET_IN_BATCH).get(placer.batch, old, path);
      if (elsewhere !== undefined) {
        relinkFile(db, old, { from: path, to: elsewhere.path }, placer);
        continue;
      }
      markGone(db, path, sha256, placer.at);
      this.#reasons.push(otherPaper());
    }
    // A copy that lay there is none any more.
    prepare(db, "UPDATE removed SET stands_as = 'version' WHERE path = ? AND sha256 <> ? AND stands_as = 'copy'").run(
      path,
      sha256,
    );
  }

  /** The same paper in other files: one counts. Returns the one that does where it is not this one. */
  #settleCopies(): Placed['behind'] {
    const { db, sha256, placer, words } = this;
    if (!hasNamesakes(db, sha256)) return undefined;
    const load = 'countTogether' in placer ? loadHeaded : loadPapers;
    const papers = load(db, sha256);
    if (papers === undefined) return undefined;
    const [numbers, days] = [
      listJson(papers.documents.map(({ document }) => document.number)),
      listJson(papers.documents.map(({ document }) => document.issuedOn)),
    ];
    if (numbers === '[]' || days === '[]') return undefined;
    for (const { sha256: other } of prepare<{ sha256: string }>(db, NAMESAKES).all(
      numbers,
      days,
      sha256,
      papers.documents[0]?.document.source.mediaType ?? '',
    )) {
      if ('countTogether' in placer && placer.countTogether(sha256, other)) continue;
      const held = load(db, other);
      const kinship = held === undefined ? 'none' : judgeCopies(held, papers);
      const path = findFile(db, other)?.path ?? '';
      if (kinship === 'perhaps') this.#reasons.push(perhapsCopy(path));
      if (kinship === 'second') this.#tell(standBehind(db, other, { sha256, as: 'copy' }, placer, words), countsNow);
      if (kinship !== 'first') continue;
      standBehind(db, sha256, { sha256: other, as: 'copy' }, placer, words);
      this.#reasons.push(PAPER_COPY);
      const documents = loadPapers(db, other)?.documents.map(({ document }) => document.id) ?? [];
      return { path, documents };
    }
    return undefined;
  }
}

/** The file that counts in the place of one that stands behind it; undefined when it stands behind none. */
const findFront = (db: Store, sha256: string): Placed['behind'] => {
  const front = findPlace(db, sha256)?.standsBehind;
  const file = front == null ? undefined : findFile(db, front);
  if (front == null || file === undefined) return undefined;
  const documents = loadPapers(db, front)?.documents.map(({ document }) => document.id) ?? [];
  return { path: file.path, documents };
};

/**
 * Gives files that were just stored their place among the files of their papers, in the transaction in which they are stored: a
 * new version of what lay at their path, a copy of a paper that is there already, or the better copy. Undefined for a file of
 * which there is nothing to tell. — phiên bản, bản trùng
 */
export const placeFiles = (
  db: Store,
  hashes: readonly string[],
  placer: Placer | Merging,
): readonly (Placed | undefined)[] => {
  const words = new Set<string>();
  const placed = hashes.map((sha256) => new Placing(db, sha256, placer, words).place());
  if (words.size > 0) removeTraces(db, words);
  // One that was placed first may have given way to another of the group.
  return hashes.map((sha256, at) => {
    const front = placed[at]?.behind === undefined ? findFront(db, sha256) : undefined;
    return front === undefined ? placed[at] : { reasons: [PAPER_COPY], behind: front };
  });
};

import type { Body } from '../../../schemas/directive.js';
import { listPhrases } from '../../writing/phrases.js';

/** What a head needs behind it: 'none' stands alone, 'optional' may, 'required' must have it to be a name at all. */
export type TailRule = 'none' | 'optional' | 'required';

/** One kind of body: the words that open its name, what may follow, and what is known of it. — loại cơ quan */
export interface BodyKind {
  /** Spellings of the head, full and abbreviated, with the capitals that running text gives them. */
  readonly heads: readonly string[];
  /** A field of work or a proper name: Sở *Tài chính*. — lĩnh vực */
  readonly field: TailRule;
  /** Another body that it belongs to, with or without "của": Văn phòng *Tỉnh ủy*. — cơ quan chủ quản */
  readonly owner: TailRule;
  /** A place: Ủy ban nhân dân *huyện Sông Mây*. — địa bàn */
  readonly area: TailRule;
  readonly level: Body['level'];
  readonly branch: Body['branch'];
  /** A body or a person who stands for one. */
  readonly form: 'body' | 'person';
  /** True when the head's field begins in small letters as well: Ban Chỉ đạo *xây dựng nông thôn mới*. */
  readonly hasLooseField: boolean;
  /** True for committees, governments and their heads, who give tasks in their own name. — có thẩm quyền giao việc */
  readonly directs: boolean;
  /** True for committees and heads whose "thống nhất", "nhất trí" is a decision and no task of theirs. — tập thể quyết định */
  readonly decides: boolean;
  /** Why it signs no document of its own; null where it may. — lý do không ban hành văn bản */
  readonly issuesNothing: string | null;
  /** First and last day on which such a body existed; null where no bound is known. */
  readonly from: string | null;
  readonly until: string | null;
}

const NOTHING = {
  field: 'none',
  owner: 'none',
  area: 'none',
  level: null,
  branch: null,
  form: 'body',
  hasLooseField: false,
  directs: false,
  decides: false,
  issuesNothing: null,
  from: null,
  until: null,
} as const;

type Known = Partial<Omit<BodyKind, 'heads'>>;
/** Makes one kind: what is not said is absent; heads are parted by bars. */
export const kind = (known: Known, heads: string): BodyKind => ({ ...NOTHING, ...known, heads: listPhrases(heads) });

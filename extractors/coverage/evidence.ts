import { listOrders, namesDoer } from '../../pipeline/outline/instructions.js';
import type { Deadline } from '../../schemas/directive.js';
import type { UnclaimedReason } from '../../schemas/unclaimed.js';
import { namesBody } from '../bodies/names-body.js';

/** Finds the deadlines of a sentence; given from outside, since it knows the days of the document. */
export type ReadDeadlines = (text: string) => readonly Deadline[];

/**
 * How a passage is kept, which tells what it must hold to be missed. kept: it stands in an opening, an assessment, aims:
 * only an order, or a body with a time, is no part of these. opening: it tells of what was, so that a day to come is none of
 * it. closing: orders to everybody are its formula. loose: no section keeps it, so that a time or a body at its head is
 * enough.
 */
export type Keeping = 'kept' | 'opening' | 'closing' | 'loose';

/** Characters behind a verb of order in which the body must begin. */
const NAME_WITHIN = 120;

/**
 * A time that binds somebody: a day, month or quarter, or a length of time that counts from something. What a plan reaches
 * by the end of a year is an aim, and "trong sáu tháng đầu năm" tells.
 */
const binds = ({ kind, precision, target, anchor }: Deadline): boolean =>
  (kind === 'date' || (kind === 'relative' && anchor !== null)) &&
  precision !== 'year' &&
  precision !== 'half' &&
  !target;

/** Without a figure and without a unit of time nothing is due by a day. */
const HAS_TIME = /\d|ngày|tuần|tháng|quý/iu;

/** In an opening only a limit is asked for: "đến ngày 31/12" may tell how far something had come. */
const AT_LATEST = /chậm nhất|muộn nhất|hạn cuối|thời hạn|hết hạn/iu;

// Whom letters ask and no list names: "đề nghị Công ty rà soát", "yêu cầu chủ đầu tư khắc phục".
const ASKED =
  /^\s*(?:cho )?(?:quý )?(?:công ty|doanh nghiệp|tổng công ty|tập đoàn|hợp tác xã|chủ đầu tư|chủ dự án|nhà thầu|nhà đầu tư|đơn vị|cơ quan|các đồng chí|đồng chí|trường|bệnh viện)(?!\p{L})/iu;

const namesAsked = (behind: string): boolean =>
  namesBody(behind.trim().slice(0, NAME_WITHIN), '') || ASKED.test(behind);

const ordersAtHead = (sentence: string): boolean =>
  /^[\s"“(-]*(?:Giao|Phân công)\s/u.test(sentence) && namesBody(sentence.trim().slice(0, NAME_WITHIN), '');

/**
 * Why a sentence that became no directive looks like one; undefined where nothing says so.
 *
 * `readEvidence('Yêu cầu Sở Y tế kiểm tra.', 'kept', find) === 'order'`, and undefined for "Sở Y tế đã kiểm tra.".
 */
export const readEvidence = (sentence: string, keeping: Keeping, find: ReadDeadlines): UnclaimedReason | undefined => {
  const orders = listOrders(sentence);
  const told = orders.length > 0 && orders.every((order) => order.isTold);
  const named = orders.some(({ behind, isTold }) => !isTold && namesAsked(behind));
  if (named && (keeping !== 'closing' || ordersAtHead(sentence))) return 'order';
  // Most sentences that tell hold no time at all: with neither an order nor a time only a loose one may be missed.
  const mayHoldTime = HAS_TIME.test(sentence);
  if (orders.length === 0 && !mayHoldTime && keeping !== 'loose') return undefined;
  const isDoer = namesDoer(sentence.trim());
  if (orders.length === 0 && !isDoer && keeping !== 'loose' && keeping !== 'opening') return undefined;
  const times = mayHoldTime ? find(sentence).filter(binds) : [];
  if (orders.length > 0 && times.length > 0) return 'order';
  if (isDoer && times.length > 0) return keeping === 'closing' ? undefined : 'deadline';
  if (keeping === 'opening' && !told)
    return times.some(({ bound, text }) => bound === 'before' || AT_LATEST.test(text)) ? 'deadline' : undefined;
  if (keeping !== 'loose' || told) return undefined;
  if (times.length > 0) return 'deadline';
  return isDoer ? 'body' : undefined;
};

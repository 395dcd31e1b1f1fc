import { AREA_UNITS } from './bodies/places.js';
import { BODY_KINDS } from './bodies.js';

/** Bodies that papers name for short where they cite: "của Đảng", "của Trung ương". — cách gọi tắt */
const SHORT_NAMES = ['Đảng', 'Trung ương', 'TW', 'Mặt trận', 'Đoàn'];

/** Forms of organisation behind which a proper name stands that no list holds: "của Ban … Chính phủ". — loại hình cơ quan */
const FORMS = ['Ban', 'Ủy ban', 'Liên hiệp', 'Liên đoàn', 'Tổng hội', 'Hội đồng', 'Văn phòng', 'Thanh tra'];

/**
 * Openings of the name of who may issue a document, after "của", longest first: every body and office of the lexicon that
 * signs, and a place that stands for its committee ("của Tỉnh"). — cơ quan ban hành
 */
export const ISSUER_OPENINGS: readonly string[] = [
  ...BODY_KINDS.filter((kind) => kind.issuesNothing === null).flatMap((kind) => kind.heads),
  ...AREA_UNITS.map(([unit]) => unit),
  ...SHORT_NAMES,
  ...FORMS,
].sort((one, other) => other.length - one.length);

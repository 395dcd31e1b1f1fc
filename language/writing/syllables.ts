import { splitTone } from './tone-place.js';
import { fold } from './unicode.js';

/** The tones that a stop coda may have. */
const SAC = '\u0301';
const NANG = '\u0323';

const ONSETS = 'ngh ng nh n th tr t ph p kh k ch c gh gi g qu b d đ h l m r s v x'
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Rimes as written after an onset, without tone: glide + vowel + coda. — vần */
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
   i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
   y ych ynh yn yt ya yu yêm yên yêng yêt yêu
   o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay
   oăc oăm oăn oăng oăt oe oen oeo oet
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
   u uc ui um un ung up ut ua uân uâng uât uây uê uêch uên uênh uêt uơ uôc uôi uôm uôn uông uôt
   uy uya uych uyn uynh uyp uyt uyu uyên uyêt
   ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu`.split(/\s+/u),
);
const SKELETON_RIMES = new Set([...RIMES].map(fold));
const SKELETON_ONSETS = ONSETS.filter((onset) => onset !== 'đ');

/** Letters that only write k, gh, ngh before them; c, g, ng stand before all others. */
const FRONT = /^[eêiy]/u;

const takesSpelling = (onset: string, rime: string): boolean => {
  const isFront = FRONT.test(rime);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return isFront;
  if (onset === 'c' || onset === 'ng') return !isFront;
  // "g" before i alone: gì, gìn.
  if (onset === 'g') return !isFront || rime === 'i' || rime === 'in' || rime === 'ip';
  if (onset === 'gi') return !rime.startsWith('i') && !rime.startsWith('y');
  if (onset === 'qu') return /^(?:[aăâeêiơy]|ôc)/u.test(rime) && rime !== 'ia';
  return true;
};

const fits = (onset: string, rime: string, rimes: ReadonlySet<string>): boolean => {
  if (!rimes.has(rime) || !takesSpelling(onset, rime)) return false;
  // "yê" opens a syllable or follows u (yên, quyên); "iê" and "ie" need a consonant before them.
  if (onset === '') return !/^i[êe]/u.test(rime);
  return onset === 'qu' || !/^y[êe]/u.test(rime);
};

/** Letters of the longest syllable: nghiêng. */
export const LONGEST_SYLLABLE = 7;
/** Its UTF-16 units where each mark stands apart. What is longer is told by that alone: a file may hold a run of any length. */
const LONGEST_WRITTEN = 2 * LONGEST_SYLLABLE;

const splitFits = (syllable: string, onsets: readonly string[], rimes: ReadonlySet<string>): boolean =>
  fits('', syllable, rimes) ||
  onsets.some((onset) => syllable.startsWith(onset) && fits(onset, syllable.slice(onset.length), rimes));

/**
 * True when a word could be a Vietnamese syllable by its sounds: onset, rime, and the tones that its coda allows.
 * Case and the old or new place of the tone mark do not matter. `isLegalSyllable('nghiệp')` but not `'nghiep'` with a
 * stop coda and no tone, nor `'chudn'`. — âm tiết hợp lệ
 */
export const isLegalSyllable = (word: string): boolean => {
  if (word.length > LONGEST_WRITTEN) return false;
  const { plain, tones } = splitTone(word.toLowerCase());
  if (tones.length > 1) return false;
  if (!splitFits(plain, ONSETS, RIMES)) return false;
  // Stop codas are spoken with sắc or nặng only.
  return !/(?:c|ch|p|t)$/u.test(plain) || plain === 'c' || tones[0] === SAC || tones[0] === NANG;
};

/** True when a word without its marks could be a syllable: `isSyllableSkeleton('nghiep')`, not `'x4y'`. */
export const isSyllableSkeleton = (word: string): boolean =>
  word.length <= LONGEST_WRITTEN && splitFits(fold(word), SKELETON_ONSETS, SKELETON_RIMES);

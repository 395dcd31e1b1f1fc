import type { Edit } from '../../schemas/stages.js';
import { isLegalSyllable } from './syllables.js';

/**
 * Old 8-bit Vietnamese font encodings, as the Latin-1 characters that a program shows for their bytes. Offices wrote
 * them until about 2010: TCVN3 (ABC fonts, .VnTime) in the north, VNI in the south. — bảng mã cũ
 */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** TCVN 5712-3: code and letter, pair by pair. Capitals with tones are the same codes in a font of capitals (.VnTimeH). */
const TCVN3_PAIRS =
  'µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợ' +
  'ïùñủòũóúôụ\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư';

/** VNI writes a mark behind a plain vowel. Each row: the vowels it goes on, then mark and result letters in their order. */
const VNI_MARKS: readonly (readonly [bases: string, marks: Readonly<Record<string, string>>])[] = [
  ['aeouyôö', { ù: 'áéóúýớứ', ø: 'àèòùỳờừ', û: 'ảẻỏủỷởử', õ: 'ãẽõũỹỡữ', ï: 'ạẹọụỵợự' }],
  ['aeo', { â: 'âêô', á: 'ấếố', à: 'ầềồ', å: 'ẩểổ', ã: 'ẫễỗ', ä: 'ậệộ' }],
  ['a', { ê: 'ă', é: 'ắ', è: 'ằ', ú: 'ẳ', ü: 'ẵ', ë: 'ặ' }],
];
/** VNI codes that are a letter by themselves. */
const VNI_LETTERS = 'ííììæỉóĩòịîỵñđôơöư';

const upper = (text: string): string => text.toUpperCase();

const readPairs = (pairs: string): Map<string, string> => {
  const table = new Map<string, string>();
  const letters = [...pairs];
  for (let i = 0; i + 1 < letters.length; i += 2) table.set(letters[i] ?? '', letters[i + 1] ?? '');
  return table;
};

const buildVni = (): Map<string, string> => {
  const table = new Map<string, string>();
  for (const [code, letter] of readPairs(VNI_LETTERS)) table.set(code, letter).set(upper(code), upper(letter));
  for (const [bases, marks] of VNI_MARKS) {
    for (const [mark, letters] of Object.entries(marks)) {
      [...bases].forEach((base, i) => {
        const letter = letters.charAt(i);
        table.set(base + mark, letter).set(base + upper(mark), letter);
        table.set(upper(base) + mark, upper(letter)).set(upper(base) + upper(mark), upper(letter));
      });
    }
  }
  return table;
};

const TCVN3 = readPairs(TCVN3_PAIRS);
const VNI = buildVni();

/** A vowel with its mark first, then single codes. */
const VNI_CODE = /[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[íìæóòîñôöÍÌÆÓÒÎÑÔÖ]/gu;
const TCVN3_CODE = new RegExp(`[${[...TCVN3.keys()].join('')}]`, 'gu');

const isCapital = (letters: string): boolean => /[A-Z]/u.test(letters) && !/[a-z]/u.test(letters);

/**
 * A word of TCVN3: "UûY BAN" was set in a font of capitals, so its toned letters are capitals. A word with one ASCII
 * capital ("T¹") is taken for capitals only in a line without small ASCII letters.
 */
const convertTcvn3Word = (word: string, isCapitalLine: boolean): string => {
  const capitals = word.replace(/[^A-Za-z]/gu, '');
  const small = word.replace(TCVN3_CODE, (code) => TCVN3.get(code) ?? code);
  return isCapitalLine || (capitals.length > 1 && isCapital(capitals)) ? upper(small) : small;
};

const convertVniWord = (word: string): string => word.replace(VNI_CODE, (code) => VNI.get(code) ?? code);

/** Turns legacy codes into letters, without edits: `toUnicode('ViÖt Nam', 'tcvn3') === 'Việt Nam'`. */
export const toUnicode = (text: string, encoding: LegacyEncoding): string => convertLegacy(text, encoding).text;

/**
 * Turns a text in a legacy encoding into Unicode letters, NFC. Every changed word is one edit (raw and repaired spans in
 * UTF-16 units, sorted); white space and ASCII words stay as they are.
 * `convertLegacy('Tænh uûy', 'vni').text === 'Tỉnh ủy'`.
 */
export const convertLegacy = (text: string, encoding: LegacyEncoding): { text: string; edits: Edit[] } => {
  const edits: Edit[] = [];
  let out = '';
  for (const line of text.split(/(?<=\n)/u)) {
    const isCapitalLine = isCapital(line);
    for (const piece of line.split(/(\s+)/u)) {
      const start = out.length;
      const rawStart = edits.at(-1);
      const raw = rawStart === undefined ? start : start - rawStart.repaired.end + rawStart.raw.end;
      const word = encoding === 'vni' ? convertVniWord(piece) : convertTcvn3Word(piece, isCapitalLine);
      out += word;
      if (word !== piece)
        edits.push({
          raw: { start: raw, end: raw + piece.length },
          repaired: { start, end: out.length },
          confidence: 0.99,
          by: encoding,
        });
    }
  }
  return { text: out, edits };
};

/** Shares of letters that are codes of each encoding; used to tell which one, if any, a text is in. */
export const measureLegacy = (text: string): { readonly tcvn3: number; readonly vni: number } => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return { tcvn3: 0, vni: 0 };
  // Symbols that stand inside or at the edge of a word are letters in TCVN3 ("®ång chÝ", "h­íng"); no other text has them.
  const symbols =
    text.match(/[¨©ª«¬\u00ad®µ¶·¸¹»¼½¾×÷§¦¥](?=\p{L})|(?<=\p{L})[¨©ª«¬\u00ad®µ¶·¸¹»¼½¾×÷]/gu)?.length ?? 0;
  const marks = text.match(/[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñö]/giu)?.length ?? 0;
  return { tcvn3: symbols / letters, vni: marks / letters };
};

/** Words with codes that a reading must turn into legal syllables, of all words with codes. */
const LEAST_EXPLAINED = 0.8;
/** One word ("Noël", "Zoë") proves nothing. */
const LEAST_CODED = 2;
const VIETNAMESE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;
const OUTSIDE_WORD = /^[("“‘[]+|(?<![)\]"”’.,:;!?…])[)\]"”’.,:;!?…]+$/gu;

/** Counts the words that an encoding would change, and those that it turns from no syllable, or any, into a syllable. */
const explain = (text: string, encoding: LegacyEncoding): { readonly coded: number; readonly explained: number } => {
  let [coded, explained] = [0, 0];
  for (const word of text.split(/\s+/u)) {
    const core = word.replace(OUTSIDE_WORD, '');
    const converted = toUnicode(core, encoding);
    if (converted === core) continue;
    coded++;
    if (isLegalSyllable(converted)) explained++;
  }
  return { coded, explained };
};

/** Words beyond ASCII that are no syllables as they stand. */
const countOdd = (text: string): number =>
  text.split(/\s+/u).filter((word) => {
    const core = word.replace(OUTSIDE_WORD, '');
    return /[^\p{ASCII}]/u.test(core) && !isLegalSyllable(core);
  }).length;

/**
 * The old encoding of a fragment, however short, by what its words become: undefined for text that holds a letter of
 * Unicode Vietnamese, and where the words do not become syllables. `tellLegacy('Së N«ng nghiÖp') === 'tcvn3'`.
 */
export const tellLegacy = (text: string): LegacyEncoding | undefined => {
  if (VIETNAMESE_ONLY.test(text) || countOdd(text) < LEAST_CODED) return undefined;
  const tried = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, ...explain(text, encoding) }))
    .filter(({ coded, explained }) => coded >= LEAST_CODED && explained >= coded * LEAST_EXPLAINED)
    .map((one) => ({ ...one, left: countOdd(toUnicode(text, one.encoding)) }))
    .sort((a, b) => a.left - b.left || b.explained - a.explained);
  return tried[0]?.encoding;
};

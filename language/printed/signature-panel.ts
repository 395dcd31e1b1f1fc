import { foldChars } from '../writing/unicode.js';

// "Ký bởi: Ủy ban nhân dân tỉnh", "Người ký: …", "Digitally signed by …", "Được ký bởi …", marks lost or not.
const SIGNER = /^[^\p{L}]*(?:(?:duoc |da )?ky (?:so )?(?:boi|so boi)|nguoi ky|(?:digitally )?signed by)\s*:?\s*/u;
// "24.01.2025 20:06:24", "2025.01.24 08:15": no paper prints a clock beside a day but a signing program.
const CLOCK_TIME = /\d[./-]\d{1,2}[./-]\d{1,4}[ t,]{1,3}\d{1,2}:\d{2}(?!\d)/u;

/** What stands behind the label of the signer in a line of an e-signature panel; undefined in any other line. — "Ký bởi: …" */
export const readPanelSigner = (line: string): string | undefined => {
  const label = SIGNER.exec(foldChars(line))?.[0];
  return label === undefined ? undefined : line.slice(label.length);
};

/** True for lines one of which only an e-signature panel prints: the label of its signer, a day with a clock. — khung chữ ký số */
export const isSignaturePanel = (lines: readonly string[]): boolean =>
  lines.some((line) => readPanelSigner(line) !== undefined || CLOCK_TIME.test(foldChars(line)));

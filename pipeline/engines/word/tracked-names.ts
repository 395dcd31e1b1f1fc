/** What is not printed: deletions, what stood before a change of looks, code of fields, properties of controls, readings of ruby. */
export const UNSEEN: ReadonlySet<string> = new Set(
  [
    'w:del w:moveFrom w:delText w:delInstrText w:instrText w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:trPrChange',
    'w:tcPrChange w:tblGridChange w:numberingChange w:tblPrExChange w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:rt w:ffData w:tblGrid',
  ].flatMap((names) => names.split(' ')),
);
/** Of those, what stands in properties as a mark on paragraph or row. */
export const MARKS: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);
/** What was printed before somebody changed it: deletions, moves, the cells of a deleted row; and where their letters are. */
export const STRUCK: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:tc']);
export const LETTERS: ReadonlySet<string> = new Set(['w:t', 'w:delText']);
export const PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:numPr', 'w:tcPr']);
export const TRACKED: ReadonlySet<string> = new Set([
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:cellIns',
  'w:cellDel',
]);
export const EMBEDDED: ReadonlySet<string> = new Set(['w:altChunk', 'w:subDoc', 'o:OLEObject']);

/** 24 forms, each of which draws the next one twice: 3.5 kB that take hours and gigabytes to draw. */
export const makeNestedForms = (): string => {
  const forms = Array.from({ length: 24 }, (_, i) => {
    const isLast = i === 23;
    const content = isLast ? '0 0 1 1 re f' : '/I Do /I Do';
    const resources = isLast ? '' : `/Resources<</XObject<</I ${i + 11} 0 R>>>>`;
    return `${i + 10} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}/Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
  });
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 10 0 R>>>>/Contents 4 0 R>>';
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page];
  return [
    '%PDF-1.7\n',
    ...objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`),
    '4 0 obj\n<</Length 5>>\nstream\n/I Do\nendstream\nendobj\n',
    ...forms,
    'trailer<</Root 1 0 R>>\n%%EOF',
  ].join('');
};

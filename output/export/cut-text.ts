/** The beginning of a text, cut between words: `cutText('rà soát hồ sơ', 8) === 'rà soát …'`. */
export const cutText = (text: string, letters: number): string => {
  if (text.length <= letters) return text;
  const cut = text.slice(0, letters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), letters / 2))} …`;
};

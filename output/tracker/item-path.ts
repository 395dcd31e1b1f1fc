/**
 * The path of an item as people say it: "II, đoạn 1" where "II.¶1" is stored; `paragraph` is the word for the sign, which
 * CLERKS.md wants nowhere. — mục, đoạn
 */
export const wordPath = (path: string, paragraph: string): string =>
  path.replace(/(?:^|\.)¶(\d+)/gu, (_, count: string, at: number) => `${at === 0 ? '' : ', '}${paragraph} ${count}`);

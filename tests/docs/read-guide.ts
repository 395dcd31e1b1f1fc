/** One block of a guide between fences, with the remark in the comment above it. */
export interface GuideBlock {
  /** console, sql, python … */
  readonly language: string;
  readonly text: string;
  /** The exit code that the last command ends with; 0 unless `<!-- mã N -->` stands above. */
  readonly exit: number;
  /** Why it cannot be run by a test, from `<!-- không chạy: … -->`; undefined for one that is run. */
  readonly notRun: string | undefined;
}

const BLOCK = /(?:<!-- (?<remark>[^\n]*) -->\n)?```(?<language>[a-z]*)\n(?<text>[\s\S]*?)```/gu;

/** The blocks of a guide in their order. Throws for a remark that says neither of the two things. */
export const readBlocks = (markdown: string): readonly GuideBlock[] =>
  [...markdown.matchAll(BLOCK)].map(({ groups }) => {
    const { remark, language = '', text = '' } = groups ?? {};
    const notRun = remark === undefined ? undefined : /^không chạy: (.{15,})$/u.exec(remark)?.[1];
    const exit = remark === undefined ? '0' : /^mã (\d+)$/u.exec(remark)?.[1];
    if (notRun === undefined && exit === undefined) throw new Error(`Expected a reason or an exit code, got ${remark}`);
    return { language, text, exit: Number(exit ?? 0), notRun };
  });

/** What follows `$ ` on each line of a console block. */
export const readCommands = ({ text }: GuideBlock): readonly string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));

/** Words of a command as cmd and sh both read them here: blanks part them, quotes join, \" is a quote. */
export const splitWords = (command: string): readonly string[] =>
  [...command.matchAll(/(?:[^\s"\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*")+/gu)].map(([word]) =>
    word.replace(/\\(?=")|(?<!\\)"/gu, ''),
  );

/** Commands of ketluan that stand in the running text and tables, between back-ticks. */
export const readMentions = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/(?<!`)`(?<command>ketluan [^`\n]+)`(?!`)/gu)].map(({ groups }) => groups?.command ?? '');

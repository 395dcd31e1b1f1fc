import type { FC } from 'hono/jsx';
import type { TextMark } from '../screens/paper-schema.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly TextMark[];
}

/** The text cut wherever a mark begins or ends; `marks`: by where they begin. */
const cutText = (length: number, marks: readonly TextMark[]): readonly Stretch[] => {
  const edges = new Set([0, length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].toSorted((a, b) => a - b);
  let [open, next]: [TextMark[], number] = [[], 0];
  return cuts.slice(0, -1).map((start, i) => {
    open = open.filter(({ end }) => end > start);
    for (let one = marks[next]; one !== undefined && one.start <= start; one = marks[next]) {
      open.push(one);
      next++;
    }
    return { start, end: cuts[i + 1] ?? length, marks: [...open] };
  });
};

/** The text of a page that has no picture, with what stands in it; a click on an item shows it. — chữ của trang */
export const MarkedPage: FC<{
  text: string;
  marks: readonly TextMark[];
  hrefOf: (item: string) => string;
  /** The part that is looked for. */
  part: string | null;
}> = ({ text, marks, hrefOf, part }) => (
  <>
    {cutText(text.length, marks).map(({ start, end, marks: own }) => {
      const inside = text.slice(start, end);
      if (own.length === 0 || inside.trim() === '') return inside;
      const isAt = part !== null && own.some((mark) => mark.part === part);
      const look = [...new Set(own.map(({ kind }) => kind)), ...(isAt ? ['at'] : [])].join(' ');
      const led = own.find(({ kind }) => kind === 'item' || kind === 'passage');
      return led === undefined ? (
        <mark class={look}>{inside}</mark>
      ) : (
        <a class={look} href={hrefOf(led.item)} tabindex={-1}>
          {inside}
        </a>
      );
    })}
  </>
);

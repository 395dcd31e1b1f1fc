import { capitalize } from '../../cli/format.js';
import { formatDay } from '../../language/calendar/civil-date.js';
import { nameField } from '../../output/tracker/field-names.js';
import { PICTURE_WIDTH } from '../images.js';
import type { Page } from '../page.js';
import type { ReviewData } from '../screens/review-data.js';
import type { Meanwhile, Side, Trouble } from '../screens/trouble.js';
import { Act } from './item-detail.js';
import { Hidden } from './layout.js';
import { imageAddress, pictureHeight } from './page-view.js';
import type { Item } from './review-forms.js';

type Shown = Pick<ReviewData, 'document' | 'page'>;
type Cut = NonNullable<Item['cuts']>['number'];

/** A part of a page's picture, as large as there is room. — ảnh cắt */
const CutOut = ({ cut, shown, label }: { cut: Cut; shown: Shown; label: string }) => {
  if (shown.document === null || shown.page === null) return null;
  const height = pictureHeight(shown.page.ratio);
  const [left, top] = [cut.left * PICTURE_WIDTH, cut.top * height];
  const box = [left, top, cut.right * PICTURE_WIDTH - left, cut.bottom * height - top].map(Math.round);
  return (
    <svg class="cut" viewBox={box.join(' ')} role="img" aria-label={label}>
      <image href={imageAddress(shown.document.sha256, cut.page)} width={PICTURE_WIDTH} height={height} />
    </svg>
  );
};

const share = (one: number | undefined, all: number): string => `${Math.round((one ?? all) * 100)} %`;

/** Number and day as they stand on the paper, large, each beside what is suggested for it; taken with one key. */
export const Head = ({ item, shown, page, back }: { item: Item; shown: Shown; page: Page; back: string }) => {
  const { suggested, cuts } = item;
  const rows = [
    {
      cut: cuts?.number,
      label: page.say('Chỗ ghi số trên trang', 'Where the number stands'),
      value: suggested?.number ?? null,
      sure: suggested?.numberConfidence,
    },
    {
      cut: cuts?.day,
      label: page.say('Chỗ ghi ngày trên trang', 'Where the day stands'),
      value: suggested?.issuedOn == null ? null : formatDay(suggested.issuedOn),
      sure: suggested?.issuedOnConfidence,
    },
  ].filter(({ cut, value }) => cut !== undefined || value !== null);
  if (rows.length === 0) return null;
  return (
    <div class="suggested">
      {rows.map(({ cut, label, value, sure }) => (
        <div class="suggestion">
          {cut === undefined ? null : <CutOut cut={cut} shown={shown} label={label} />}
          {value === null || suggested === null ? null : (
            <p>
              {page.say('Gợi ý', 'Suggested')}: <b>{value}</b>{' '}
              <small class="quiet">{share(sure, suggested.confidence)}</small>
            </p>
          )}
        </div>
      ))}
      {suggested === null ? null : (
        <Act page={page} id={item.id} revision={item.revision} act="accept" back={back} keyName="n">
          {page.say('Nhận gợi ý', 'Take it')} <kbd>N</kbd>
        </Act>
      )}
    </div>
  );
};

/** The last things that one did, each with its way back; Z takes back the last that stands. */
export const Recent = ({ data, page, back }: { data: Pick<ReviewData, 'recent'>; page: Page; back: string }) => {
  const last = data.recent.findIndex(({ canUndo, isUndo }) => canUndo && !isUndo);
  return data.recent.length === 0 ? null : (
    <section class="recent">
      <h3>{page.say('Vừa làm', 'Just done')}</h3>
      <ol>
        {data.recent.map(({ keys, what, more, canUndo, isUndo }, i) => (
          <li class={canUndo ? undefined : 'undone'}>
            <span>
              {isUndo ? <b>{page.say('Hoàn tác', 'Undone')}: </b> : null}
              {what.join(' · ')}
              {more > 0 ? page.say(` và ${more} thay đổi nữa`, ` and ${more} more`) : null}
            </span>
            {canUndo ? (
              <form method="post" action="/sua">
                <Hidden page={page} values={{ do: 'undo', key: keys.join(','), back }} />
                <button type="submit" data-key={i === last ? 'z' : undefined}>
                  {isUndo ? page.say('Làm lại', 'Do it again') : page.say('Hoàn tác', 'Undo')}{' '}
                  {i === last ? <kbd>Z</kbd> : null}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
};

const Choice = ({ side, of, who, page }: { side: Side; of: 'mine' | 'theirs' | 'read'; who: string; page: Page }) => (
  <label class="choice">
    <input type="radio" name={`f.${side.field}`} value={side[of]} checked={of === (side.isMine ? 'mine' : 'theirs')} />
    <span>
      <small class="quiet">{who}</small>
      {side[of] === '' ? <i class="quiet">{page.say('(để trống)', '(empty)')}</i> : side[of]}
    </span>
  </label>
);

/** What I typed, what others saved, what was read, side by side: one chooses, field by field. — xung đột */
const Sides = ({ item, meanwhile, page, back }: { item: Item; meanwhile: Meanwhile; page: Page; back: string }) => {
  const nameOf = (field: string) => nameField({ field, directiveId: item.kind === 'header' ? null : item.id });
  const them = meanwhile.by ?? page.say('Lần xử lý lại', 'Another reading');
  return (
    <form method="post" action="/sua" class="fields sides">
      <Hidden page={page} values={{ do: 'fix', id: item.id, revision: item.revision, back }} />
      {meanwhile.sides.map((side) => (
        <fieldset>
          <legend>{capitalize(nameOf(side.field)[page.language])}</legend>
          <input type="hidden" name={`was.${side.field}`} value={side.theirs} />
          <div class="choices">
            {side.isMine ? <Choice side={side} of="mine" who={page.say('Tôi gõ', 'I typed')} page={page} /> : null}
            <Choice side={side} of="theirs" who={page.say(`${them} đã ghi`, `${them} saved`)} page={page} />
            <Choice side={side} of="read" who={page.say('Máy đọc', 'As read')} page={page} />
          </div>
        </fieldset>
      ))}
      <button type="submit" class="first" data-key="Enter">
        {page.say('Ghi những gì đã chọn', 'Save what is chosen')} <kbd>Enter</kbd>
      </button>
      <a class="button" href={back} data-key="g">
        {page.say(`Giữ bản của ${them}`, `Keep what ${them} saved`)} <kbd>G</kbd>
      </a>
    </form>
  );
};

/** True where a conflict is settled field by field, in place of the form that met it. */
export const hasSides = (trouble: Trouble | undefined): boolean => (trouble?.meanwhile?.sides.length ?? 0) > 0;

/** Why nothing was saved, above the form; what is about one field stands beside that field instead. */
export const Told = ({
  trouble,
  item,
  page,
  back,
}: {
  trouble: Trouble;
  item: Item | null;
  page: Page;
  back: string;
}) => {
  if (trouble.field !== null && item !== null) return null;
  const { meanwhile } = trouble;
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{trouble.text[page.language]}</b> {trouble.hint?.[page.language]}
      </p>
      {meanwhile === null ? null : (
        <ul>
          {meanwhile.changes.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {meanwhile === null || item === null || meanwhile.sides.length === 0 ? null : (
        <Sides item={item} meanwhile={meanwhile} page={page} back={back} />
      )}
    </div>
  );
};

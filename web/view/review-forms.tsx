import { capitalize, nameItem } from '../../cli/format.js';
import { ROLE_NAMES } from '../../cli/role-names.js';
import { nameField } from '../../output/tracker/field-names.js';
import type { Page } from '../page.js';
import type { ReviewData } from '../screens/review-data.js';
import { type Trouble, toTyped, typedIn } from '../screens/trouble.js';
import { Hidden } from './layout.js';

/** What one doubt is shown from. */
export type Item = NonNullable<ReviewData['item']>;

/** What every form of a doubt is given. */
export interface FormProps {
  readonly item: Item;
  readonly page: Page;
  readonly back: string;
  readonly trouble?: Trouble | undefined;
}

const Wrong = ({ id, trouble, page }: { id: string; trouble: Trouble; page: Page }) => (
  <small class="wrong" id={id} role="alert">
    {trouble.text[page.language]} {trouble.hint?.[page.language]}
  </small>
);

const Field = ({
  name,
  label,
  value,
  hint,
  keyName,
  rows,
  trouble,
  page,
}: {
  name: string;
  label: string;
  value: string;
  hint?: string;
  keyName?: string;
  /** Lines of a text that has more than one. */
  rows?: number | undefined;
  trouble: Trouble | undefined;
  page: Page;
}) => {
  const isWrong = trouble?.field === name;
  const own = {
    name: `f.${name}`,
    'data-key': keyName,
    autofocus: isWrong,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `wrong-${name}` : undefined,
  };
  const typed = typedIn(trouble, name) ?? value;
  return (
    <label>
      <span>
        {capitalize(label)} {keyName === undefined ? null : <kbd>{keyName.toUpperCase()}</kbd>}
      </span>
      <input type="hidden" name={`was.${name}`} value={value} />
      {rows !== undefined ? (
        <textarea {...own} rows={rows}>
          {typed}
        </textarea>
      ) : (
        <input {...own} value={typed} placeholder={hint} autocomplete="off" />
      )}
      {isWrong ? <Wrong id={`wrong-${name}`} trouble={trouble} page={page} /> : null}
    </label>
  );
};

/** What every form of this screen sends besides its fields. */
const Common = ({ page, item, act, back }: Omit<FormProps, 'trouble'> & { act: string }) => (
  <Hidden page={page} values={{ do: act, id: item.id, revision: item.revision, back }} />
);

const Save = ({ page }: { page: Page }) => (
  <button type="submit" class="first" data-key="Enter">
    {page.say('Đúng, việc sau', 'Right, next')} <kbd>Enter</kbd>
  </button>
);

const BODIES = [
  { role: 'lead', keyName: 'c', isAlways: true },
  { role: 'executing', keyName: 'e', isAlways: false },
  { role: 'coordinating', keyName: 'p', isAlways: true },
  { role: 'receiving', keyName: 'r', isAlways: false },
] as const;

/** Who, when and what of a task. */
export const TaskForm = ({ item, page, back, trouble }: FormProps) => {
  const { task } = item;
  if (task === null) return null;
  const { fields } = task;
  return (
    <form method="post" action="/sua" class="fields">
      <Common page={page} item={item} act="fix" back={back} />
      <Field
        name="due"
        keyName="h"
        label={page.say('Hạn', 'Due')}
        value={toTyped(fields.due)}
        hint={page.say('30/6 · quý II · thường xuyên · không có hạn', '30/6 · quý II · thường xuyên · không có hạn')}
        trouble={trouble}
        page={page}
      />
      {BODIES.filter(({ role, isAlways }) => isAlways || fields[role] !== '').map(({ role, keyName }) => (
        <complete-name>
          <Field
            name={role}
            keyName={keyName}
            label={ROLE_NAMES[role][page.language]}
            value={fields[role]}
            trouble={trouble}
            page={page}
          />
        </complete-name>
      ))}
      <Field
        name="text"
        keyName="s"
        label={page.say('Nội dung', 'Text')}
        value={task.text}
        rows={6}
        trouble={trouble}
        page={page}
      />
      <Save page={page} />
    </form>
  );
};

/** Fields of a head that one line is too short for. */
const ROWS: Readonly<Record<string, number>> = { recipients: 6, subject: 3 };

const HEADER_KEYS: Readonly<Record<string, string>> = { number: 's', issuedOn: 'h' };

/** The fields of the head of a paper, asked once. */
export const HeaderForm = ({ item, page, back, trouble }: FormProps) => (
  <form method="post" action="/sua" class="fields">
    <Common page={page} item={item} act="fix" back={back} />
    {item.header.map(({ field, value }) => {
      const keyName = HEADER_KEYS[field];
      return (
        <Field
          name={field}
          label={nameField({ field, directiveId: null })[page.language]}
          value={toTyped(value)}
          rows={ROWS[field]}
          {...(keyName === undefined ? {} : { keyName })}
          trouble={trouble}
          page={page}
        />
      );
    })}
    <Save page={page} />
  </form>
);

const Shape = ({ item, page, back, trouble }: FormProps) => {
  const isWrong = trouble?.field === 'at';
  return (
    <details class="menu" open={isWrong}>
      <summary class="button" data-key="t">
        {page.say('Tách, gộp', 'Split, merge')} <kbd>T</kbd>
      </summary>
      <div class="shape">
        <form method="post" action="/sua" class="fields">
          <Common page={page} item={item} act="split" back={back} />
          <label>
            <span>{page.say('Những chữ đầu của phần sau', 'First words of the second part')}</span>
            <input
              name="at"
              required
              autocomplete="off"
              value={isWrong ? trouble.form.at : undefined}
              autofocus={isWrong}
              aria-invalid={isWrong ? 'true' : undefined}
              aria-describedby={isWrong ? 'wrong-at' : undefined}
            />
            {isWrong ? <Wrong id="wrong-at" trouble={trouble} page={page} /> : null}
          </label>
          <button type="submit">{page.say('Tách', 'Split')}</button>
        </form>
        {item.neighbours.map(({ id, number, text }) => (
          <form method="post" action="/sua">
            <Common page={page} item={item} act="merge" back={back} />
            <input type="hidden" name="other" value={id} />
            <button type="submit" title={text}>
              {page.say('Gộp với', 'Merge with')} {nameItem(number, page.say)}
            </button>
          </form>
        ))}
      </div>
    </details>
  );
};

/** What else one may do with a doubt; `next`: the one behind it; `mark`: the list with this one marked. */
export const More = ({ item, page, back, trouble, next, mark }: FormProps & { next: string; mark: string }) => (
  <div class="acts">
    {item.kind === 'passage' ? (
      <form method="post" action="/sua" class="grow">
        <Common page={page} item={{ ...item, revision: '' }} act="add" back={back} />
        <button type="submit" class="first" data-key="Enter">
          {page.say('Thành nhiệm vụ', 'Make it a task')} <kbd>Enter</kbd>
        </button>
      </form>
    ) : null}
    {item.kind === 'header' ? null : (
      <form method="post" action="/sua">
        <Common page={page} item={item} act="dismiss" back={back} />
        <button type="submit" data-key="d">
          {page.say('Không phải nhiệm vụ', 'No task')} <kbd>D</kbd>
        </button>
      </form>
    )}
    <a class="button" href={next} data-key="j">
      {page.say('Để sau', 'Later')} <kbd>J</kbd>
    </a>
    <a class="button" href={mark} data-key="x">
      {page.say('Đánh dấu nhiều', 'Mark several')} <kbd>X</kbd>
    </a>
    {item.kind === 'task' ? <Shape item={item} page={page} back={back} trouble={trouble} /> : null}
  </div>
);

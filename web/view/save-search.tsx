import { mayAs } from '../../output/access/access.js';
import type { SearchPlace } from '../../output/search/request.js';
import type { Page } from '../page.js';
import { Hidden } from './layout.js';

/** What a form that keeps a search sends besides its name. */
interface Kept {
  readonly in: SearchPlace;
  /** The address of the search behind its question mark. */
  readonly search: string;
}

const NameField = ({ page, value, isWrong }: { page: Page; value?: string; isWrong?: boolean }) => (
  <label>
    <span>{page.say('Lưu tìm kiếm này với tên', 'Keep this search as')}</span>
    <input
      name="name"
      required
      maxlength={100}
      autocomplete="off"
      value={value}
      placeholder={page.say('ví dụ: quá hạn Sở Y tế', 'e.g. overdue, Sở Y tế')}
      {...(isWrong === true ? { 'aria-invalid': 'true', 'aria-describedby': 'wrong-name', autofocus: true } : {})}
    />
  </label>
);

/** Keeps the search that is shown under a name, for those who may write. — lưu tìm kiếm */
export const SaveSearch = ({ page, kept }: { page: Page; kept: Kept }) =>
  mayAs(page.visitor.role, 'reviewer') ? (
    <details class="menu">
      <summary class="button">{page.say('Lưu', 'Save')}</summary>
      <div>
        <form method="post" action="/tim/luu" class="fields">
          <Hidden page={page} values={{ ...kept }} />
          <NameField page={page} />
          <button type="submit" class="first">
            {page.say('Lưu', 'Save')}
          </button>
          <small class="quiet">
            {page.say(
              'Mọi người dùng cơ sở dữ liệu này đều thấy. Ngày được tính lại mỗi lần mở.',
              'Everybody who uses this database sees it. Days are counted anew each time.',
            )}
          </small>
        </form>
      </div>
    </details>
  ) : null;

/** The form again, with what was typed and why it was not kept; `there`: address of the search that has the name. */
export const SaveAgain = ({
  typed,
  wrong,
  there,
  back,
  page,
}: {
  typed: Kept & { readonly name: string };
  wrong: string;
  there: string | null;
  /** Address of the search that is to be kept. */
  back: string;
  page: Page;
}) => (
  <section class="card again">
    <h1>{page.say('Lưu tìm kiếm', 'Keep a search')}</h1>
    <form method="post" action="/tim/luu" class="fields">
      <Hidden page={page} values={{ in: typed.in, search: typed.search }} />
      <NameField page={page} value={typed.name} isWrong />
      <small class="wrong" id="wrong-name" role="alert">
        {wrong}
      </small>
      <div class="acts">
        <button type="submit" class="first">
          {page.say('Lưu', 'Save')}
        </button>
        {there === null ? null : (
          <>
            <button type="submit" name="replace" value="1">
              {page.say('Thay tìm kiếm đã có', 'Replace the one that is there')}
            </button>
            <a class="button" href={there}>
              {page.say('Xem tìm kiếm đã có', 'See the one that is there')}
            </a>
          </>
        )}
        <a class="button" href={back}>
          {page.say('Không lưu, quay lại', 'Back, without keeping it')}
        </a>
      </div>
    </form>
  </section>
);

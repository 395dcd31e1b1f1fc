// What the page does besides links and forms: keys, and names that complete. No key is taken while an input method composes.

const TYPED = 'textarea, select, input:not([type=checkbox], [type=radio], [type=file])';
const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED));

// Telex and VNI compose letters out of several keys: 229 is what some browsers give while they do.
const isTaken = (event) => event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey;

const nameOf = (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (event.altKey ? 'alt+' : '') + key;
};

/** J and K go from result to result of a list; Enter opens the one that is reached, as any link. */
const moveInList = (event, key) => {
  if (key !== 'j' && key !== 'k') return;
  const links = [...document.querySelectorAll('.results .tasks .what > a')];
  const at = links.indexOf(document.activeElement);
  const next = links[at + (key === 'j' ? 1 : -1)] ?? links[at < 0 && key === 'j' ? 0 : at];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.closest('tr').scrollIntoView({ block: 'nearest' });
};

document.addEventListener('keydown', (event) => {
  if (isTaken(event)) return;
  if (event.key === 'Escape' && isTyping(event.target)) {
    event.target.blur();
    return;
  }
  if (isTyping(event.target) && !event.altKey) return;
  const wanted = nameOf(event);
  const found = [...document.querySelectorAll('[data-key]')].find(
    (one) => one.dataset.key === wanted && one.getClientRects().length > 0,
  );
  if (found === undefined) {
    moveInList(event, wanted);
    return;
  }
  event.preventDefault();
  if (found.matches('input, textarea, select')) {
    found.focus();
    found.select?.();
  } else found.click();
  // A menu that a key opens may lie out of sight: one types into it at once.
  const menu = found.matches('summary') ? found.parentElement : null;
  if (menu?.open !== true) return;
  menu.scrollIntoView({ block: 'nearest' });
  menu.querySelector('input:not([type=hidden])')?.focus();
});

/** What shows the server that a change came from this page. */
const readCsrf = () => document.querySelector('meta[name=csrf]')?.content ?? '';

document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['x-csrf'] = readCsrf();
});

document.addEventListener('htmx:beforeSwap', (event) => {
  // An answer that says what went wrong is shown as any other.
  if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader('content-type')?.includes('text/html'))
    event.detail.shouldSwap = true;
});

// A field that was filled in wrongly is typed over at once.
document.addEventListener('htmx:afterSettle', () => {
  const wrong = document.querySelector('[aria-invalid][autofocus]');
  if (wrong === document.activeElement) wrong?.select?.();
});

/** What is said in the corner: that the server is gone, until it answers again. */
const sayGone = (isGone) => {
  const said = document.querySelector('#said');
  if (said !== null) said.textContent = isGone ? said.dataset.gone : '';
};
document.addEventListener('htmx:sendError', () => sayGone(true));

/** The mark of the session that is, where it is another than when this page was shown: then what was refused may be sent again. */
const renewCsrf = async () => {
  const answer = await fetch('/', { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const there = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('meta[name=csrf]');
  const here = document.querySelector('meta[name=csrf]');
  if (there?.content && here !== null) here.content = there.content;
};

// A form that is refused without a page of its own stays as it is, and it is said why.
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.getResponseHeader('content-type')?.includes('text/html')) return;
  const said = document.querySelector('#said');
  const isOut = [401, 403].includes(event.detail.xhr.status);
  if (said !== null) said.textContent = isOut ? said.dataset.refused : said.dataset.wrong;
});
// Before it is sent again the mark is renewed: somebody logged in meanwhile.
document.addEventListener('htmx:confirm', async (event) => {
  if (document.querySelector('#said')?.textContent !== document.querySelector('#said')?.dataset.refused) return;
  event.preventDefault();
  await renewCsrf();
  event.detail.issueRequest(true);
});
document.addEventListener('htmx:beforeRequest', () => sayGone(false));

/** Filters fill a narrow window: there they open when they are asked for. */
const foldFilters = () => {
  if (matchMedia('(max-width: 1100px)').matches)
    for (const filters of document.querySelectorAll('details.filters')) filters.open = false;
};
foldFilters();
document.addEventListener('htmx:afterSwap', foldFilters);

/** The item that is shown stands in sight in a long outline. */
const showInOutline = () => {
  const [outline, own] = [document.querySelector('.outline'), document.querySelector('.outline [aria-current]')];
  if (outline === null || own === null) return;
  outline.scrollTop += own.getBoundingClientRect().top - outline.getBoundingClientRect().top - outline.clientHeight / 3;
};
showInOutline();
document.addEventListener('htmx:afterSettle', showInOutline);

/** A box that offers names of bodies while one types; the server knows them all, the page a dozen at a time. */
class CompleteName extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input:not([type=hidden])');
    if (input === null || this.list !== undefined) return;
    this.list = document.createElement('datalist');
    this.list.id = `names-${Math.random().toString(36).slice(2)}`;
    this.append(this.list);
    input.setAttribute('list', this.list.id);
    let timer;
    const askSoon = (event) => {
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(() => this.ask(input.value), 120);
    };
    input.addEventListener('input', askSoon);
    // The last letters of an input method come while it still composes.
    input.addEventListener('compositionend', askSoon);
  }

  async ask(typed) {
    if (typed.trim().length < 2) return;
    const answer = await fetch(`/co-quan?q=${encodeURIComponent(typed)}`, {
      headers: { accept: 'application/json' },
    }).catch(() => undefined);
    if (!answer?.ok) return;
    const { names } = await answer.json();
    this.list.replaceChildren(
      ...names.map(({ name }) => Object.assign(document.createElement('option'), { value: name })),
    );
  }
}
customElements.define('complete-name', CompleteName);

/** A page and its frames, or its text: shows the sentence, says so when there is no picture, grows with + and -. */
class PageView extends HTMLElement {
  connectedCallback() {
    const image = this.querySelector('img');
    if (image === null) {
      this.show();
      return;
    }
    const tellGone = () => {
      this.querySelector('.sheet').hidden = true;
      this.querySelector('.gone').hidden = false;
    };
    image.addEventListener('error', tellGone);
    // It may have failed before this script was there to hear of it.
    if (image.complete && image.naturalWidth === 0) tellGone();
    this.show();
    const shown = () => {
      this.show();
      // The next page is drawn while this one is read.
      if (this.dataset.next !== undefined) new Image().src = this.dataset.next;
    };
    if (image.complete && image.naturalWidth > 0) shown();
    else image.addEventListener('load', shown);
  }

  show() {
    const framed = this.querySelector('.at') ?? this.querySelector('.sentence, .frame.passage');
    if (framed === null) return;
    const [own, box] = [this.getBoundingClientRect(), framed.getBoundingClientRect()];
    this.scrollTop += box.top - own.top - own.height / 3;
    if (framed.matches('.frame')) this.scrollLeft += box.left - own.left - 24;
  }

  grow(step) {
    const zoom = Math.max(0, Math.min(2, Number(this.dataset.zoom ?? 0) + step));
    if (zoom === 0) delete this.dataset.zoom;
    else this.dataset.zoom = String(zoom);
    this.show();
  }
}
customElements.define('page-view', PageView);

document.addEventListener('keydown', (event) => {
  if (isTaken(event) || isTyping(event.target)) return;
  const step = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0;
  if (step !== 0) document.querySelector('page-view')?.grow(step);
});

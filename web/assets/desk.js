// What the screens of the desk need beside page.js: Rà soát, Nạp, Quản trị. A module: it is read once, however often they are shown.
// isTaken, isTyping, sayGone and readCsrf stand in page.js.

/** Rows to mark: J and K move, X marks and goes on, A marks all of the paper. What is done with them is a form of its own. */
class MarkRows extends HTMLElement {
  connectedCallback() {
    this.keys = (event) => {
      if (isTaken(event) || event.altKey || isTyping(event.target)) return;
      const step = { j: 1, k: -1, x: 0, a: 0 }[event.key.toLowerCase()];
      if (step === undefined) return;
      event.preventDefault();
      const boxes = [...this.querySelectorAll('input[type=checkbox]')];
      const at = boxes.indexOf(document.activeElement);
      const key = event.key.toLowerCase();
      if (key === 'x') boxes[Math.max(at, 0)].click();
      if (key === 'a') {
        const own = [...boxes[Math.max(at, 0)].closest('tbody').querySelectorAll('input')];
        const isAll = own.every(({ checked }) => checked);
        for (const box of own) box.checked = !isAll;
      }
      const next = boxes[Math.min(boxes.length - 1, Math.max(0, at + (key === 'x' ? 1 : step)))];
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', this.keys);
    this.querySelector('input:checked')?.focus();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.keys);
  }
}
customElements.define('mark-rows', MarkRows);

/** What the server tells of work while it runs; when it ends, the whole screen is asked for. */
class LivePart extends HTMLElement {
  connectedCallback() {
    this.source = new EventSource(this.dataset.from);
    // A browser asks again by itself until the server is there.
    this.source.addEventListener('error', () => sayGone(true));
    this.source.addEventListener('open', () => sayGone(false));
    this.source.addEventListener('state', (event) => {
      if (event.lastEventId !== this.dataset.phase) {
        this.source.close();
        location.reload();
      } else this.innerHTML = event.data;
    });
  }

  disconnectedCallback() {
    this.source?.close();
  }
}
customElements.define('live-part', LivePart);

/** All files below what was dropped, each with its way: "kho/2025/a.pdf". */
const listDropped = async (entry, way = '') => {
  if (entry.isFile) return [[way + entry.name, await new Promise((done, fail) => entry.file(done, fail))]];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    for (const one of some) found.push(...(await listDropped(one, `${way}${entry.name}/`)));
  }
  return found;
};

const send = (address, body) => fetch(address, { method: 'POST', body, headers: { 'x-csrf': readCsrf() } });

/** Of the files that could not be sent so many are named. */
const MOST_NAMED = 8;

/** A field that files and folders are dropped on: they are sent one by one, then shown as a preview. */
class DropFiles extends HTMLElement {
  connectedCallback() {
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.classList.add('over');
    });
    this.addEventListener('dragleave', () => this.classList.remove('over'));
    this.addEventListener('drop', async (event) => {
      event.preventDefault();
      this.classList.remove('over');
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
      const files = [];
      for (const entry of entries) files.push(...(await listDropped(entry)));
      await this.send(files);
    });
    for (const input of this.querySelectorAll('input'))
      input.addEventListener('change', () =>
        this.send([...input.files].map((file) => [file.webkitRelativePath || file.name, file])),
      );
  }

  async send(files) {
    if (files.length === 0) return;
    const told = this.querySelector('.told');
    // A session that ended answers with the way in, which is no JSON; a server that is gone with nothing.
    const opened = await send('/nap/lot')
      .then((answer) => answer.json())
      .catch(() => undefined);
    if (opened === undefined) {
      told.textContent = this.dataset.closed;
      return;
    }
    const failed = [];
    for (const [i, [way, file]] of files.entries()) {
      told.textContent = `${this.dataset.sending} ${i + 1}/${files.length}: ${file.name}`;
      const address = `/nap/tep?lot=${opened.lot}&ten=${encodeURIComponent(way)}`;
      const answer = await send(address, file).catch(() => undefined);
      if (!answer?.ok) failed.push(answer?.status === 413 ? `${file.name} (> 512 MB)` : file.name);
    }
    if (failed.length > 0) {
      const more = failed.length > MOST_NAMED ? ` … (+${failed.length - MOST_NAMED})` : '';
      told.textContent = `${this.dataset.failed}: ${failed.slice(0, MOST_NAMED).join(', ')}${more}`;
      // What is shown next would hide it.
      if (failed.length < files.length && !confirm(`${told.textContent}\n\n${this.dataset.goOn}`)) return;
    }
    if (failed.length === files.length) return;
    await send('/nap/xem-truoc', new URLSearchParams({ lot: opened.lot })).catch(() => undefined);
    location.href = '/nap';
  }
}
customElements.define('drop-files', DropFiles);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../pipeline/base/package-root.js';
import { makeNote, Note } from '../../schemas/note.js';
import type { NoteRuleText } from '../../schemas/note-rules/rule-text.js';
import { NOTE_RULE_IDS, NOTE_RULES, readNoteRule } from '../../schemas/note-rules.js';

const SHIPPED = ['schemas', 'language', 'pipeline', 'extractors', 'output', 'cli'].flatMap((room) =>
  readdirSync(join(PACKAGE_ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name)),
);

const LIST = join('schemas', 'note-rules');
// makeNote('room/what', …) | makeNote(field === 'number' ? 'room/what' : 'room/other', …)
const MADE = /\bmakeNote\(\s*(?:[^()?]*\?\s*)?'(?<rule>[a-z-]+\/[a-z-]+)'(?:\s*:\s*'(?<other>[a-z-]+\/[a-z-]+)')?/gu;

const readCode = (file: string): string =>
  readFileSync(join(PACKAGE_ROOT, file), 'utf8').replace(/^ *(?:\/?\*|\/\/).*$/gmu, '');

const sources = SHIPPED.filter((file) => !file.startsWith(LIST)).map((file) => ({ file, code: readCode(file) }));
const raised = sources.flatMap(({ code }) =>
  [...code.matchAll(MADE)].flatMap(({ groups }) => [groups?.rule, groups?.other].filter((rule) => rule !== undefined)),
);

describe('note rules', () => {
  it('are each raised by somebody, and no other is', () => {
    const made = NOTE_RULE_IDS.filter((rule) => !rule.endsWith('/rule-unknown'));
    expect([...new Set(raised)].sort()).toEqual([...made].sort());
  });

  it('stand nowhere but in the list and where a note is made', () => {
    const astray = sources.flatMap(({ file, code }) =>
      [...code.replace(MADE, '').matchAll(/['"`]([a-z-]+\/[a-z-]+)['"`]/gu)]
        .filter(([, id]) => NOTE_RULE_IDS.some((rule) => rule === id))
        .map(([, id]) => `${file}: ${id}`),
    );
    expect(astray).toEqual([]);
  });

  it.each(NOTE_RULE_IDS)('%s has a whole sentence in both languages, with the same values, and advice', (rule) => {
    const { message, advice, milder }: NoteRuleText = NOTE_RULES[rule];
    const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();
    expect(namesIn(message.en)).toEqual(namesIn(message.vi));
    for (const text of [message, advice, ...(milder === undefined ? [] : [milder])]) {
      expect(text.vi).toBe(text.vi.normalize('NFC'));
      expect(text.vi).not.toBe('');
      expect(text.en).not.toBe('');
      expect(text.en).not.toBe(text.vi);
    }
  });
});

describe('readNoteRule', () => {
  it('keeps a rule of the list, and of another one the stage that made the note', () => {
    expect(NOTE_RULE_IDS.map(readNoteRule)).toEqual(NOTE_RULE_IDS);
    expect(['recognize/gone', 'header/gone', 'gone', ''].map(readNoteRule)).toEqual([
      'recognize/rule-unknown',
      'extract/rule-unknown',
      'extract/rule-unknown',
      'extract/rule-unknown',
    ]);
  });
});

describe('makeNote', () => {
  it('fills the sentence from the place and the values', () => {
    expect(makeNote('paginate/page-broken', { page: 3 })).toEqual({
      level: 'error',
      rule: 'paginate/page-broken',
      message: { vi: 'Không đọc được trang 3 của tệp PDF.', en: 'Page 3 of the PDF cannot be read.' },
      page: 3,
    });
    const reason = { vi: 'Hết giờ.', en: 'Timed out.' };
    expect(makeNote('recognize/page-lost', { page: 2, actual: 'ocr-timeout' }, { reason }).message).toEqual({
      vi: 'Không nhận dạng được trang 2. Hết giờ.',
      en: 'Page 2 could not be read. Timed out.',
    });
  });

  it('takes the level of its rule unless a milder one is given', () => {
    expect(makeNote('outline/number-gap', { expected: 'đ' }).level).toBe('review');
    expect(makeNote('outline/number-gap', { expected: 'đ', level: 'info' }).level).toBe('info');
  });

  it('makes what the schema takes, and the schema takes no other rule', () => {
    const note = makeNote('directives/none-found', {});
    expect(Note.parse(note)).toEqual(note);
    expect(Note.safeParse({ ...note, rule: 'directives/other' }).success).toBe(false);
  });
});

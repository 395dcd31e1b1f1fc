import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { capitalize, formatFigure, formatMoment, formatPath, nameItem } from '../../cli/format.js';
import { askedLanguage, half, speak } from '../../cli/language.js';
import { buildProgram } from '../../cli/program.js';
import { callName, typedIn } from '../../cli/surroundings.js';
import { describeUsageError } from '../../cli/usage-errors.js';

const helpOf = async (language: 'vi' | 'en'): Promise<string> => {
  const program = await buildProgram(language);
  return [program, ...program.commands].map((command) => command.helpInformation()).join('\n');
};

const refuse = async (...words: string[]): Promise<CommanderError> => {
  const program = await buildProgram('vi', words);
  for (const command of program.commands) command.action(() => undefined);
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
};

describe('one language at a time', () => {
  it('names every value in the language of the page, and no empty default', async () => {
    const page = await helpOf('vi');
    const left = [...page.matchAll(/<([a-z]+)(?:\.{3})?>/giu)]
      .map(([, value]) => value)
      .filter((value) => value !== 'n' && value !== 'MB');
    expect(left).toEqual([]);
    expect(page).not.toContain('(mặc định: )');
    expect(await helpOf('en')).toContain('--in <where>');
  });

  it('writes every description in both languages', async () => {
    const program = await buildProgram('vi');
    const texts = [program, ...program.commands].flatMap((command) => [
      command.description(),
      ...command.options.map((option) => option.description),
      ...command.registeredArguments.map((argument) => argument.description),
    ]);
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => text.split(' / ').length !== 2)).toEqual([]);
  });

  it('keeps the frame of a help page in the language asked for', async () => {
    const [vi, en] = [await helpOf('vi'), await helpOf('en')];
    expect(vi).not.toMatch(
      /Usage|Options|Arguments|Commands|default|choices|display|[<[](?:file|day|name|paths|words)/u,
    );
    expect(en.replaceAll('Phụ lục 2', '')).not.toMatch(/[À-ỹ]/u);
    expect(vi).not.toContain(' / ');
    expect(en).not.toContain(' / ');
  });

  it.each([
    [['fly'], 'Không có lệnh fly', 'There is no command fly'],
    [['serch'], 'Không có lệnh serch. Ý bạn là search?', 'There is no command serch. Did you mean search?'],
    [
      ['search', '--yaer', '3'],
      'Không có tùy chọn --yaer. Ý bạn là --year?',
      'There is no option --yaer. Did you mean --year?',
    ],
    [['ingest'], 'Thiếu tham số <tệp>', 'The argument <paths> is missing'],
    [['search', '--db'], 'Tùy chọn --db <tệp> thiếu giá trị', 'Option --db <file> needs a value'],
    [['export'], 'Thiếu tùy chọn --format <định dạng>', 'The option --format <format> is required'],
    [['show', 'a', 'b'], 'Thừa tham số: cần 1, đã nhận 2', 'Expected 1 arguments, got 2'],
    [
      ['search', '--due-before', '12/2024'],
      'Tùy chọn --due-before <ngày>: cần một ngày như 15/07/2025, đã nhận “12/2024”',
      'Option --due-before <day>: expected a day such as 15/07/2025 or 2025-07-15, got “12/2024”',
    ],
    [
      ['export', '--format', 'pdf'],
      'Tùy chọn --format <định dạng>: cần một trong: jsonl, csv, xlsx, ics, html, đã nhận “pdf”',
      'Option --format <format>: expected one of: jsonl, csv, xlsx, ics, html, got “pdf”',
    ],
  ])('says what is wrong with %j', async (words, vi, en) => {
    expect(describeUsageError(await refuse(...words))).toEqual({ vi, en });
  });

  it('reads the language before the rest of the line', () => {
    expect(askedLanguage(['search', 'x', '--lang', 'en'])).toBe('en');
    expect(askedLanguage(['--lang=en', 'search'])).toBe('en');
    expect(askedLanguage(['search', '--lang', 'vi', 'en'])).toBe('vi');
    expect(half('tệp / file', 'en')).toBe('file');
    expect(half('118-KL/TU', 'en')).toBe('118-KL/TU');
  });

  it('writes figures, moments and paths as people do', () => {
    const [vi, en] = [speak('vi'), speak('en')];
    expect([formatFigure(0.57, 2, vi), formatFigure(1234, 0, vi)]).toEqual(['0,57', '1.234']);
    expect([formatFigure(0.57, 2, en), formatFigure(1234, 0, en)]).toEqual(['0.57', '1,234']);
    expect(formatMoment(new Date(2026, 10, 6, 7, 5).toISOString())).toBe('07:05, 06/11/2026');
    expect(['II.¶1', '¶2', 'II.1.a'].map((path) => formatPath(path, vi))).toEqual(['II, đoạn 1', 'đoạn 2', 'II.1.a']);
    expect(formatPath('II.¶1', en)).toBe('II, paragraph 1');
    expect(['II.¶1', '¶2'].map((path) => nameItem(path, vi))).toEqual(['mục II, đoạn 1', 'đoạn 2']);
    expect(capitalize(nameItem('¶2', vi))).toBe('Đoạn 2');
  });

  it('takes relative paths from the folder of whoever typed `npm run`, and of no other script', () => {
    const ours = { npm_lifecycle_event: 'ketluan', npm_package_name: 'ketluan', INIT_CWD: '/home/lan' };
    expect(typedIn(ours)).toBe('/home/lan');
    expect(typedIn({ ...ours, npm_package_name: 'another' })).toBeUndefined();
    expect(typedIn({ ...ours, npm_lifecycle_event: 'test' })).toBeUndefined();
    expect(typedIn({ INIT_CWD: '/home/lan' })).toBeUndefined();
  });
});

describe('the commands that a command line loads', () => {
  const namesOf = async (...words: string[]): Promise<readonly string[]> =>
    (await buildProgram('vi', words)).commands.map((command) => command.name());

  it('are all without a name, and each under its own', async () => {
    const all = await namesOf();
    expect(all.length).toBeGreaterThan(25);
    for (const name of all) expect(await namesOf(name, '--help')).toEqual([name]);
  });

  it.each([
    [['--lang', 'en', 'search', 'x'], ['search']],
    [['--lang=en', 'status'], ['status']],
    [['search', 'status'], ['search']],
  ])('%j: %j', async (words, names) => {
    expect(await namesOf(...words)).toEqual(names);
  });

  it.each([[['help', 'search']], [['--help']], [['serch']], [['--db', 'search']], [['toString']]])(
    '%j: all, to choose from',
    async (words) => {
      expect(await namesOf(...words)).toEqual(await namesOf());
    },
  );
});

describe('the name by which the program is called', () => {
  it.each([
    [{ npm_package_name: 'ketluan', npm_lifecycle_event: 'demo' }, 'npm run -s ketluan --'],
    [{ npm_package_name: 'other' }, 'ketluan'],
    [{}, 'ketluan'],
  ])('%j: %s', (environment, name) => {
    expect(callName(environment)).toBe(name);
  });
});

import { formatDay } from '../language/calendar/civil-date.js';
import { dropEnumerator } from '../output/export/drop-enumerator.js';
import type { BodyShare, TaskReport } from '../output/report/gather-report.js';
import type { DayList, TaskOfDay, Today } from '../output/report/gather-today.js';
import {
  AGE_NAMES,
  type Figure,
  LABELS,
  listFigures,
  listWaiting,
  REPORT_STATES,
  tellGround,
} from '../output/report/labels.js';
import type { Bilingual } from '../schemas/note.js';
import { nameItem } from './format.js';
import type { Speak } from './language.js';
import { oneLine } from './print.js';

const of = (label: Bilingual, say: Speak): string => say(label.vi, label.en);

/** Letters of a task that a line shows. */
const LETTERS = 90;
/** Overdue tasks of one body that are told one by one; JSON and HTML give all. */
const MOST = 20;

const cut = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= LETTERS ? line : `${line.slice(0, LETTERS)}…`;
};

const formatFigures = (figures: readonly Figure[], say: Speak): readonly string[] => {
  const rows = figures.map(([label, value]) => [of(label, say), value] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
};

const formatAges = (ages: readonly number[], say: Speak): string =>
  AGE_NAMES.flatMap((age, i) => ((ages[i] ?? 0) > 0 ? [`${of(age, say)}: ${ages[i]}`] : [])).join(' · ');

const formatBody = ({ name, tasks, states, ages, oldest, overdue }: BodyShare, say: Speak): readonly string[] => {
  const counts = REPORT_STATES.flatMap((state) => (states[state] ? [`${state} ${states[state]}`] : []));
  const late = say(
    `  quá hạn ${formatAges(ages, say)} · lâu nhất ${oldest} ngày`,
    `  overdue ${formatAges(ages, say)} · oldest ${oldest} days`,
  );
  const shown = (overdue ?? []).slice(0, MOST);
  const rest = (overdue ?? []).length - shown.length;
  return [
    oneLine(`${name ?? of(LABELS.nobody, say)}: ${tasks} · ${counts.join(' · ')}`),
    ...(oldest === null ? [] : [late]),
    ...shown.map((task) =>
      oneLine(
        `    ${task.documentNumber ?? '—'}, ${nameItem(task.number, say)} · ${formatDay(task.lastDay)}, ${say(`quá ${task.days} ngày`, `${task.days} days`)} · ${cut(task.text)}`,
      ),
    ),
    ...(rest > 0 ? [`    … ${rest} ${of(LABELS.more, say)}`] : []),
  ];
};

/** A report of a day for a terminal. */
export const formatReport = (report: TaskReport, say: Speak): string =>
  [
    `${of(LABELS.report, say)}, ${of(LABELS.asOf, say).toLowerCase()} ${formatDay(report.on)}`,
    ...formatFigures(listFigures(report), say),
    '',
    ...report.bodies.flatMap((body) => formatBody(body, say)),
    '',
    ...[...tellGround(report.ground), LABELS.severalLeads].map((one) => of(one, say)),
  ].join('\n');

const formatTask = (task: TaskOfDay, say: Speak): string => {
  const { lastDay, daysLeft } = task;
  const late = daysLeft !== null && daysLeft < 0;
  const when =
    lastDay === null || daysLeft === null
      ? ''
      : ` · ${formatDay(lastDay)}, ${late ? say(`quá ${-daysLeft} ngày`, `${-daysLeft} days late`) : say(`còn ${daysLeft} ngày`, `${daysLeft} days left`)}`;
  const who = task.leads.join('; ') || of(LABELS.nobody, say);
  return oneLine(
    `  ${task.documentNumber ?? '—'}, ${nameItem(task.number, say)}${when} · ${who} · ${cut(dropEnumerator(task))}`,
  );
};

const formatList = (title: string, { count, tasks }: DayList, say: Speak): readonly string[] => [
  `${title}: ${count}`,
  ...tasks.map((task) => formatTask(task, say)),
  ...(count > tasks.length ? [`  … ${count - tasks.length} ${of(LABELS.more, say)}`] : []),
];

/** What the morning asks for, for a terminal. */
export const formatToday = (day: Today, say: Speak): string => {
  const { overdue, soon, quarantined } = day;
  return [
    `${of(LABELS.today, say)}, ${formatDay(day.today)}`,
    '',
    ...formatList(`${of(LABELS.overdue, say)} (${of(LABELS.long, say)}: ${overdue.long})`, overdue, say),
    ...(overdue.byBody.length === 0
      ? []
      : [oneLine(`  ${overdue.byBody.map(({ value, count }) => `${value} ${count}`).join(' · ')}`)]),
    '',
    ...formatList(of(LABELS.soon, say), soon, say),
    '',
    `${of(LABELS.waiting, say)}:`,
    ...formatFigures(listWaiting(day), say),
    ...quarantined.files.map(({ path, text }) => oneLine(`  ${path}: ${of(text, say)}`)),
  ].join('\n');
};

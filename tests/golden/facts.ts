import { z } from 'zod';
import type { GoldDocument } from '../../fixtures/make/gold.js';
import { uniformTones } from '../../language/writing/tone-place.js';
import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';

/** What a golden test holds a document to: `place`, `numbers`, `II.1 deadlines` … → its value in one line. */
export type Facts = ReadonlyMap<string, string>;

/** A fact that is not as it should be. */
const Difference = z.strictObject({ slug: z.string(), field: z.string(), expected: z.string(), actual: z.string() });
export type Difference = z.infer<typeof Difference>;

/** Differences that are known, each with its reason: one that no longer occurs must leave the list. */
export const KnownDifferences = z.array(Difference.extend({ why: z.string().min(10) }));

type GoldDirective = GoldDocument['directives'][number];
type GoldBody = GoldDirective['assignments'][number]['bodies'][number];

const NONE = 'none';

/** Tone marks in one place, no case, no punctuation: what is the same to a reader is the same here. */
const fold = (text: string | null | undefined): string =>
  uniformTones((text ?? NONE).normalize('NFC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const listOf = (values: readonly string[]): string => [...new Set(values)].sort().join(' | ') || NONE;

const readHeader = (document: ExportedDocument['document'] | GoldDocument['document']): Facts =>
  new Map([
    ['type', fold(document.type)],
    ['number', document.number ?? NONE],
    // A gold without it does not tell: two answers can be defended.
    ...(document.issuer === undefined ? [] : [['issuer', fold(document.issuer)] as const]),
    ['place', fold(document.place)],
    ['issuedOn', document.issuedOn ?? NONE],
    ['heldOn', document.heldOn ?? NONE],
    ['subject', fold(document.subject)],
    ['signer.authority', fold(document.signer.authority)],
    ['signer.position', fold(document.signer.position)],
    ['signer.name', fold(document.signer.name)],
    ['recipients', document.recipients.map(fold).join(' | ') || NONE],
  ]);

interface When {
  readonly kind: string;
  readonly due: string | null;
  readonly bound: string | null;
}

/** Events and standing tasks have no day to compare; whether they are named is a matter of taste. */
const hasTime = ({ kind, due }: When): boolean => kind === 'recurring' || due !== null;
const isSameTime = (a: When, b: When): boolean => (a.kind === 'recurring' ? b.kind === a.kind : a.due === b.due);
const describeTime = ({ kind, due, bound }: When): string =>
  kind === 'recurring' ? kind : `${kind} ${bound ?? ''} ${due ?? ''}`;

const namesOf = (body: GoldBody): string[] => [body.name, ...(body.aliases ?? [])].map(fold);

/** A body may be optional in one clause and wanted in another: then it is wanted. */
const mergeGoldBodies = (gold: GoldDirective | undefined): readonly GoldBody[] => {
  const bodies = gold?.assignments.flatMap((assignment) => assignment.bodies) ?? [];
  return bodies.filter((body) => body.optional !== true || !bodies.some((b) => b.name === body.name && !b.optional));
};

const readDirectiveFacts = (
  number: string,
  deadlines: readonly When[],
  bodies: readonly { readonly name: string; readonly role: string }[],
): [string, string][] => [
  [`${number} deadlines`, listOf(deadlines.filter(hasTime).map(describeTime))],
  [`${number} leads`, listOf(bodies.filter(({ role }) => role === 'lead').map(({ name }) => fold(name)))],
  [`${number} bodies`, listOf(bodies.map(({ name }) => fold(name)))],
];

/** The facts of an expected.json; what it calls optional is no fact. */
export const readGoldFacts = ({ document, directives }: GoldDocument): Facts => {
  const wanted = directives.filter((directive) => directive.optional !== true);
  return new Map([
    ...readHeader(document),
    ['numbers', wanted.map(({ number }) => number).join(' ')],
    ...wanted.flatMap((directive) => [
      [`${directive.number} text`, fold(directive.text)] as const,
      ...readDirectiveFacts(
        directive.number,
        directive.assignments.flatMap(({ deadlines }) => deadlines.filter(({ optional }) => optional !== true)),
        mergeGoldBodies(directive).filter(({ optional }) => optional !== true),
      ),
    ]),
  ]);
};

/** A directive as its gold would put it: aliases under the body's name, optional findings left out. */
const readDirective = (directive: Directive, gold: GoldDirective | undefined): [string, string][] => {
  const optionalTimes = gold?.assignments.flatMap((a) => a.deadlines.filter(({ optional }) => optional === true)) ?? [];
  const wantedTimes = gold?.assignments.flatMap((a) => a.deadlines.filter(({ optional }) => optional !== true)) ?? [];
  const goldBodies = mergeGoldBodies(gold);
  const deadlines = directive.assignments
    .flatMap((assignment) => assignment.deadlines)
    .filter(
      (found) =>
        wantedTimes.some((time) => isSameTime(time, found)) || !optionalTimes.some((time) => isSameTime(time, found)),
    );
  const bodies = directive.assignments
    .flatMap((assignment) => assignment.bodies)
    .flatMap(({ name, role }) => {
      const same = goldBodies.find((body) => namesOf(body).includes(fold(name)));
      return same?.optional === true ? [] : [{ name: same?.name ?? name, role }];
    });
  return readDirectiveFacts(directive.number, deadlines, bodies);
};

/** The facts of a document that we read; with its gold, in the words of the gold. */
export const readFacts = ({ document, directives }: ExportedDocument, gold?: GoldDocument): Facts => {
  const golds = new Map(gold?.directives.map((directive) => [directive.number, directive]));
  const wanted = directives.filter(({ number }) => golds.get(number)?.optional !== true);
  return new Map([
    ...readHeader(document),
    ['numbers', wanted.map(({ number }) => number).join(' ')],
    ...wanted.flatMap((directive) => [
      [`${directive.number} text`, fold(directive.text)] as const,
      ...readDirective(directive, golds.get(directive.number)),
    ]),
  ]);
};

/**
 * Where two readings differ, in the order of the first. A directive that only one of them has is told once, by the
 * field `numbers`. `isSame` may forgive a field.
 */
export const findDifferences = (
  slug: string,
  expected: Facts,
  actual: Facts,
  isSame: (field: string, expected: string, actual: string) => boolean = (_, one, other) => one === other,
): Difference[] =>
  [...expected].flatMap(([field, value]) => {
    const found = actual.get(field);
    return found === undefined || isSame(field, value, found) ? [] : [{ slug, field, expected: value, actual: found }];
  });

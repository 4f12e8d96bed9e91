import { escapeMarkdown } from '../markdown';
import { areaById, areaTitle, distinctionsOf, holdersOf } from './resolve';
import type { CustomRole, Role } from './role';

/** What there is to say about a role or an area, before it is drawn as Markdown or as plain text. */
interface Card {
  readonly title: string;
  readonly question?: string | undefined;
  readonly sentences: readonly string[];
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly list?: { readonly heading: string; readonly entries: readonly string[] } | undefined;
  readonly closing: string;
}

const SHARED_OUTCOME =
  'Different jobs, one shared outcome: a successful product. Roles overlap, and one person may well hold two or three.';
const SETTLED_BY_A_NOTE =
  'Roles overlap, and every organisation draws this line a little differently: a note on the assignment records what you agreed.';

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function roleCard(role: Role): Card {
  const facts: [string, string][] = [];
  if (role.span !== undefined) {
    facts.push(['Span', sentenceCase(role.span)]);
  }
  if (role.aim !== undefined) {
    facts.push(['Aims at', sentenceCase(role.aim)]);
  }
  if (role.holds.length > 0) {
    facts.push(['Holds by default', role.holds.map(areaTitle).join(', ')]);
  }
  if (role.measures.length > 0) {
    facts.push(['Measured by', sentenceCase(role.measures.join(', '))]);
  }
  const apart = distinctionsOf(role).flatMap(({ line, also }) => [line, ...also]);
  return {
    title: role.title,
    question: role.answers,
    sentences: [role.summary, role.synonyms].filter((text) => text !== undefined),
    facts,
    list: apart.length === 0 ? undefined : { heading: 'Told apart', entries: apart },
    closing: SHARED_OUTCOME,
  };
}

function areaCard(id: string, customRoles: readonly CustomRole[]): Card {
  const area = areaById(id);
  const holders = holdersOf(id, customRoles).map((role) => role.title);
  const usually = holders.length === 0 ? 'Nobody by default' : holders.join(', ');
  return {
    title: areaTitle(id),
    sentences: area === undefined ? ['An area that this organisation has added.'] : [area.what],
    facts: [['Usually held by', usually], ...(area === undefined ? [] : [['Why', area.why] as const])],
    closing: SETTLED_BY_A_NOTE,
  };
}

function cardMarkdown({ title, question, sentences, facts, list, closing }: Card): string {
  const paragraphs = [
    `**${escapeMarkdown(title)}**`,
    ...(question === undefined ? [] : [`*${escapeMarkdown(question)}*`]),
    ...sentences.map(escapeMarkdown),
    facts.map(([label, text]) => `- **${label}:** ${escapeMarkdown(text)}`).join('\n'),
    ...(list === undefined
      ? []
      : [`**${list.heading}**`, list.entries.map((entry) => `- ${escapeMarkdown(entry)}`).join('\n')]),
    `*${escapeMarkdown(closing)}*`,
  ];
  return paragraphs.filter((text) => text !== '').join('\n\n');
}

/** One line of text for a terminal: without the control characters that could steer it. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what has to go
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function cardText({ title, question, sentences, facts, list, closing }: Card): string {
  const blocks = [
    [title, ...(question === undefined ? [] : [question])].map(printable).join('\n'),
    sentences.map(printable).join('\n'),
    facts.map(([label, text]) => `${label}: ${printable(text)}`).join('\n'),
    ...(list === undefined
      ? []
      : [[`${list.heading}:`, ...list.entries.map((entry) => `  - ${printable(entry)}`)].join('\n')]),
    closing,
  ];
  return blocks.filter((text) => text !== '').join('\n\n');
}

/** A role as Markdown for a hover: plain Markdown without links; texts of the plan are escaped. */
export function roleMarkdown(role: Role): string {
  return cardMarkdown(roleCard(role));
}

/** A role as plain text for a terminal, without a newline at its end. */
export function roleText(role: Role): string {
  return cardText(roleCard(role));
}

/**
 * A responsibility area as Markdown for a hover: what it is, whose it usually is, and why.
 * @param id the area's id; one that the catalogue lacks is told as an area of the organisation's own.
 * @param customRoles the plan's own roles, which may hold the area too.
 */
export function areaMarkdown(id: string, customRoles: readonly CustomRole[] = []): string {
  return cardMarkdown(areaCard(id, customRoles));
}

/** The same as plain text for a terminal, without a newline at its end. */
export function areaText(id: string, customRoles: readonly CustomRole[] = []): string {
  return cardText(areaCard(id, customRoles));
}

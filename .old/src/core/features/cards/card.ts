import { escapeMarkdown } from '../../plan/markdown';

/** One line of a card. A text may be of the plan: it is escaped. */
export interface Fact {
  readonly label: string;
  readonly text?: string | undefined;
  /** Below the text, a line each. */
  readonly list?: readonly string[];
}

/** What a hover says of one thing. All texts may be of the plan: they are escaped when the card is drawn. */
export interface Card {
  readonly title: string;
  /** What it is and where it stands: `Goal`, `Larder`. */
  readonly kind: readonly string[];
  readonly facts: readonly (Fact | undefined)[];
  /** What somebody has written about it. */
  readonly text?: string | undefined;
}

const longestText = 240;
const longestTitle = 120;

/** How many entries of a list a hover names. */
export const shownEntries = 5;

export function cardMarkdown({ title, kind, facts, text }: Card): string {
  const lines = facts.flatMap((fact) => (fact ? factLines(fact) : []));
  const paragraphs = [
    `**${escapeMarkdown(shortened(title, longestTitle)) || '(untitled)'}**`,
    kind.map((part) => escapeMarkdown(shortened(part, longestTitle))).join(' · '),
    lines.join('\n'),
    text === undefined ? '' : escapeMarkdown(shortened(text, longestText)),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** A fact with a text; undefined, so that it is left out, where there is none. */
export function fact(label: string, text: string | undefined): Fact | undefined {
  return text === undefined || text === '' ? undefined : { label, text };
}

/** A fact that counts things and names the first of them: `Features (7): A; B; and 5 more`. */
export function countedFact(label: string, titles: readonly string[]): Fact | undefined {
  return titles.length === 0 ? undefined : { label: `${label} (${String(titles.length)})`, text: firstFew(titles) };
}

/** The first few texts, and how many there are beyond them. Titles are sentences, so that commas would not part them. */
export function firstFew(titles: readonly string[]): string {
  const shown = titles.slice(0, shownEntries).map((title) => shortened(title, longestTitle));
  const rest = titles.length - shown.length;
  return rest > 0 ? `${shown.join('; ')}; and ${String(rest)} more` : shown.join('; ');
}

function factLines({ label, text, list = [] }: Fact): readonly string[] {
  const head = text === undefined ? `- **${label}:**` : `- **${label}:** ${escapeMarkdown(text)}`;
  const shown = list.slice(0, shownEntries).map((entry) => `  - ${escapeMarkdown(shortened(entry, longestText))}`);
  const rest = list.length - shown.length;
  return [head, ...shown, ...(rest > 0 ? [`  - and ${String(rest)} more`] : [])];
}

/** Whole characters of a text up to a length, so that nobody's novel fills the screen. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const points = Array.from(text.slice(0, longest * 2));
  return points.length <= longest ? points.join('') : `${points.slice(0, longest).join('').trimEnd()}…`;
}

import { fieldOf, type AnyEntity } from '../../plan/entity';
import { legible } from '../../plan/scalars/parsed';

/** Longer titles are cut: a message is read at a glance. */
const longestTitle = 80;

const titleProperty: Readonly<Record<string, string>> = { product: 'product', project: 'project', person: 'name' };

/** The title of a thing as it is written; undefined where it has none. */
export function titleOf(entity: AnyEntity): string | undefined {
  const title = fieldOf(entity, titleProperty[entity.kind] ?? 'title')?.value;
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

/** A thing as a message names it: its title in quotation marks, else its id. */
export function named(entity: AnyEntity): string {
  const title = titleOf(entity);
  if (title !== undefined) return inQuotes(title);
  return entity.id === '' ? `this ${entity.kind.replace(/-/g, ' ')}` : `\`${entity.id}\``;
}

/** A text in quotation marks, on one line, cut where it is long. */
export function inQuotes(text: string): string {
  const line = legible(text.slice(0, longestTitle * 2)).trim();
  const points = Array.from(line);
  const cut = points.length > longestTitle || line.length < text.trim().length - longestTitle;
  return cut ? `“${points.slice(0, longestTitle).join('').trimEnd()}…”` : `“${line}”`;
}

/** `one`, `one and two`, `one, two and three`; from the limit on the rest is counted. */
export function listed(texts: readonly string[], joining: 'and' | 'or' = 'and', limit = 5): string {
  const shown =
    texts.length > limit ? [...texts.slice(0, limit - 1), `${String(texts.length - limit + 1)} more`] : texts;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${joining} ${last}`;
}

/** `1 item`, `3 items`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A title within a sentence: `Project manager` as `project manager`, while `RAG owner` stays. */
export function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A title with the article that its first letter asks for. */
export function withArticle(title: string): string {
  const text = lowered(title);
  return `${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${text}`;
}

/** An id in words, as the title of something that has only the id: `faster-checkout` is "Faster checkout". */
export function wordsOf(id: string): string {
  const words = id.replace(/(?:(?<!\d)\.|\.(?!\d)|[\s_-])+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

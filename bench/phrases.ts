import type { Random } from './random';

// What the texts of generated plans are put together from. None of it has a character that YAML reads as its own.
const verbs = [
  'Show',
  'Move',
  'Test',
  'Write',
  'Plan',
  'Review',
  'Measure',
  'Replace',
  'Translate',
  'Document',
] as const;
const things = [
  'the order history',
  'search in the catalogue',
  'payment by invoice',
  'the import of price lists',
  'the mail to new customers',
  'returns and refunds',
  'the stock count',
  'access of suppliers',
  'the monthly statement',
  'delivery dates',
] as const;
const places = ['for the shop', 'in the app', 'for resellers', 'in all countries', 'on the new platform'] as const;
const aims = [
  'so that nobody has to ask by phone',
  'as agreed with the support team',
  'which the pilot customers asked for',
  'before the old system is switched off',
  'and say what to do when it fails',
  'with the figures of the last quarter',
] as const;
const comments = [
  'Agreed with the platform team.',
  'Waits for the answer of the supplier.',
  'See the notes of the last review.',
  'Split off from the item above.',
] as const;

/** A title that names the item, too, so that no two are the same. */
export function titleOf(item: number, random: Random): string {
  return `${random.of(verbs)} ${random.of(things)} ${random.of(places)} (${item + 1})`;
}

/** One sentence of some seventy characters. */
export function descriptionOf(random: Random): string {
  return `${random.of(verbs)} ${random.of(things)} ${random.of(places)}, ${random.of(aims)}.`;
}

export function commentAbout(random: Random): string {
  return random.of(comments);
}

import { sizeScale } from '../../analysis/effort';
import type { Feature, Idea, Item } from '../../plan/generated/entities';
import { escapeMarkdown } from '../../plan/markdown';
import { formatDuration, formatPeriod, scalarParsers, type Size } from '../../plan/scalars';
import type { SchemaNode } from '../../schema/lookup';
import { resolved } from '../../syntax/tree';
import { holderOf, type Word } from '../cursor';
import { dependencyMeanings } from './dependencyMeanings';
import { durationCard } from './durationCard';
import { pertText } from './effortText';
import type { CardReader } from './entityCard';
import { valueCard } from './keyCard';
import { moneyCard, rateCard } from './moneyCard';
import { periodMarkdown } from './periodText';
import { scoreText } from './scoreFacts';

type CardOfText = (reader: CardReader, text: string, word: Word) => string | undefined;

/** The scalars whose text says more than it shows, by the names that the schema gives them. */
const cardsOfScalars: Readonly<Record<string, CardOfText>> = {
  period: (_, text) => periodCard(text),
  date: (_, text) => daysCard(text),
  'date-range': (_, text) => daysCard(text),
  dependency: (_, text) => dependencyCard(text),
  duration: durationOf,
  estimate: durationOf,
  money: (reader, text) => {
    const money = scalarParsers.money(text);
    return money.ok ? moneyCard(reader.analysis, reader.file, money.value) : undefined;
  },
  rate: (reader, text) => {
    const rate = scalarParsers.rate(text);
    return rate.ok ? rateCard(reader.analysis, reader.file, rate.value) : undefined;
  },
  impact: (reader, text, word) =>
    cardsOfScalars['money']?.(reader, text, word) ?? cardsOfScalars['duration']?.(reader, text, word),
};

/** What there is to say of a value that is no reference and defines nothing; undefined of free text. */
export function scalarCard(reader: CardReader, word: Word, schema: SchemaNode): string | undefined {
  const value = resolved(word.node);
  if (value?.kind !== 'scalar') return undefined;
  const { text } = value;
  const named = schema.values.find((each) => String(each.value) === text);
  if (!named) return cardsOfScalars[schema.scalar ?? '']?.(reader, text, word);
  const card = valueCard(text, schema.title, named.description);
  const effort = schema.scalar === 'size' ? sizeText(reader, text as Size) : undefined;
  return effort === undefined ? card : `${card}\n\n${line('Here', effort)}`;
}

/** The first and the last day of a period; undefined where the text is none. */
export function periodCard(text: string): string | undefined {
  const period = scalarParsers.period(text);
  return period.ok ? periodMarkdown(period.value, formatPeriod(period.value)) : undefined;
}

/** What is computed from what a key holds: the score of a feature or an idea, the figures of three points. */
export function computedOfKey({ file, analysis }: CardReader, { path }: Word): string | undefined {
  const at = path.findLastIndex((name) => name === 'rice' || name === 'wsjf' || name === 'estimate');
  const property = path[at];
  if (property === undefined || at < path.length - 2) return undefined;
  const holder = holderOf(file, path.slice(0, at));
  let text: string | undefined;
  if (property === 'estimate') {
    const estimate = holder?.kind === 'item' ? (holder as Item).fields.estimate?.value : undefined;
    if (file.kind === 'project' && estimate && 'fields' in estimate) text = pertText(analysis, file, estimate);
  } else if (holder?.kind === 'feature' || holder?.kind === 'idea') {
    text = scoreText(analysis, holder as Feature | Idea, property as 'rice' | 'wsjf');
  }
  return text === undefined ? undefined : line('Here', text);
}

function line(label: string, text: string): string {
  return `- **${label}:** ${escapeMarkdown(text)}`;
}

function daysCard(text: string): string | undefined {
  const range = scalarParsers['date-range'](text);
  return range.ok ? periodMarkdown(range.value) : undefined;
}

function durationOf({ analysis, file }: CardReader, text: string, { path }: Word): string | undefined {
  const duration = scalarParsers.duration(text);
  if (!duration.ok) return undefined;
  const holder = holderOf(file, path.slice(0, -1));
  const of = holder?.kind === 'item' && holder.path.length === path.length - 1 ? (holder as Item) : undefined;
  const property = path.at(-1) ?? '';
  return durationCard(analysis, file, duration.value, of && { item: of, property });
}

function sizeText({ file }: CardReader, size: Size): string | undefined {
  if (file.kind !== 'project') return undefined;
  return `${formatDuration(sizeScale(file)[size])} by the sizes of this project`;
}

/** What the type and the lag of a dependency ask for. */
function dependencyCard(text: string): string | undefined {
  const dependency = scalarParsers.dependency(text);
  if (!dependency.ok) return undefined;
  const { type, lag } = dependency.value;
  const wait = lag && formatDuration({ ...lag, amount: Math.abs(lag.amount) });
  const shift = wait === undefined ? '' : lag?.negative ? `, ${wait} before that` : `, ${wait} after that`;
  return `**${type}**\n\n${dependencyMeanings[type]}${shift}.`;
}

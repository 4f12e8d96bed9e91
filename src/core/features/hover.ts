import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { ReferenceSite } from '../plan/binding';
import { escapeMarkdown } from '../plan/markdown';
import { readingsOf, roleById, roleMarkdown } from '../plan/roles';
import { ruleById } from '../rules/registry';
import type { SchemaNode } from '../schema/lookup';
import type { PlanState } from './planState';
import { keyText, placeOf } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import { areaCard, areaOfKey } from './cards/areaCard';
import { firstFew } from './cards/card';
import { entityCard, type CardReader } from './cards/entityCard';
import { keyCard } from './cards/keyCard';
import { homeOf } from './cards/naming';
import { personCard } from './cards/personCard';
import { productCard } from './cards/productCard';
import { projectCard } from './cards/projectCard';
import { computedOfKey, periodCard, scalarCard } from './cards/valueCards';
import { cursorAt, definitionAt, referenceAt, schemaOf, type Word } from './cursor';

/** What is told, and the text that it is told of. */
interface Told {
  readonly at: Place;
  readonly markdown: string;
}

/**
 * What there is to know of the word at an absolute offset: the card of what it names or defines, the meaning of a
 * value of the format, the days of a period, or what the format says of a key. Every text of a plan is escaped, and
 * nothing in it is a link.
 *
 * @returns undefined where there is nothing to tell, and for a file of no plan
 */
export function hover({ plan, today, analysis }: PlanState, uri: string, offset: number): Hover | undefined {
  const file = plan.files.get(uri);
  const word = file && cursorAt(file, offset).word;
  if (!file || !word) return undefined;
  const told = tell({ plan, file, today, analysis }, word, offset);
  const range = told && told.markdown !== '' && file.document.source.rangeOf(told.at);
  return range ? { contents: { kind: MarkupKind.Markdown, value: told.markdown }, range } : undefined;
}

function tell(reader: CardReader, word: Word, offset: number): Told | undefined {
  const site = referenceAt(reader.file, word, offset);
  const wordAt = placeOf(word.node);
  const named = site && referenceCard(reader, site);
  // An alias stands for the whole text, wherever that is written.
  if (site && named !== undefined) return { at: word.node.kind === 'alias' ? wordAt : site.at, markdown: named };
  const defined = definitionAt(reader.file, word);
  if (defined) return { at: wordAt, markdown: entityCard(reader, defined) };
  const schema = schemaOf(reader.file, word);
  if (!schema) return undefined;
  const markdown = word.isKey
    ? keyMarkdown(reader, word, schema)
    : (rootCard(reader, word) ?? scalarCard(reader, word, schema));
  return markdown === undefined ? undefined : { at: wordAt, markdown };
}

function referenceCard(reader: CardReader, { reference }: ReferenceSite): string | undefined {
  const { plan, file, analysis } = reader;
  const { to, id, text } = reference;
  if (to === 'area') return areaCard(plan, file, id);
  if (to === 'role') return roleCard(reader, text);
  if (to === 'rule') return ruleCard(text);
  const resolution = plan.resolve(reference, file);
  if (resolution.status === 'found') return entityCard(reader, resolution.entity);
  if (resolution.status === 'known' && to === 'person') return personCard(analysis, file, id);
  if (resolution.status !== 'ambiguous') return undefined;
  const homes = firstFew(resolution.candidates.map((candidate) => homeOf(plan, candidate)));
  return `**${escapeMarkdown(text)}** is defined several times\n\nIn ${escapeMarkdown(homes)}. Put the id of the roadmap that you mean and a slash before it.`;
}

function ruleCard(id: string): string | undefined {
  const rule = ruleById(id);
  return rule && `**${rule.id}** (${rule.severity} by default)\n\n${rule.docs.summary}`;
}

function roleCard({ plan }: CardReader, name: string): string {
  const role = plan.role(name);
  if (role) return roleMarkdown(role);
  const readings = readingsOf(name).flatMap((id) => roleById(id)?.title ?? []);
  const title = `**${escapeMarkdown(name)}**`;
  if (readings.length > 0) return `${title} may stand for ${readings.join(' or ')}: write which one is meant.`;
  return `${title}\n\nA job title. It holds no responsibility by default, as the roles of the catalogue do.`;
}

/** A file is defined by the name of its product or project. */
function rootCard({ analysis, file }: CardReader, { path }: Word): string | undefined {
  if (path.length !== 1) return undefined;
  if (file.kind === 'project' && path[0] === 'project') return projectCard(analysis, file);
  return file.kind === 'roadmap' && path[0] === 'product' ? productCard(analysis, file) : undefined;
}

function keyMarkdown(reader: CardReader, word: Word, schema: SchemaNode): string | undefined {
  const { plan, file } = reader;
  const { node, path } = word;
  const key = keyText({ key: node });
  if (key === undefined) return undefined;
  if (schemaOf(file, { path: path.slice(0, -1) })?.keyKind?.scalar === 'period') return periodCard(key);
  const area = schema.area === undefined ? undefined : areaOfKey(plan, file, schema.area);
  return [keyCard(key, schema), area, computedOfKey(reader, word)].filter((part) => part !== undefined).join('\n\n');
}

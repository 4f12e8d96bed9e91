import { CompletionItemKind } from 'vscode-languageserver-types';
import { schemaAt } from '../../schema/lookup';
import { valueCard } from '../cards/keyCard';
import type { Candidate, PlaceContext } from './candidate';
import { countryCandidates } from './countries';
import { dependencyCandidates } from './dependencies';
import { entryCandidates } from './entries';
import { dateCandidates, dateRangeCandidates, periodCandidates } from './periods';
import {
  durationCandidates,
  estimateCandidates,
  moneyCandidates,
  percentCandidates,
  quantityCandidates,
  rateCandidates,
  sizeCandidates,
} from './quantities';
import { namedCandidates } from './references';
import type { ReferenceKind } from '../../plan/reference';

/** What may be the value at a place; nothing where it is free text. */
export function valueCandidates(context: PlaceContext): readonly Candidate[] {
  const { file, place } = context;
  const { schema, path } = place;
  const isEntry = /^\d+$/.test(path.at(-1) ?? '');
  const entries = isEntry && schema.entity !== undefined ? entryCandidates(context, schema.entity) : [];
  // A bare value in place of a map stands for one of its properties.
  const short = schema.shorthand === undefined ? undefined : schemaAt(file.kind, [...path, schema.shorthand]);
  return [...entries, ...scalarCandidates(short ? { ...context, place: { ...place, schema: short } } : context)];
}

type Provider = (context: PlaceContext) => readonly Candidate[];

/** The forms of single values for which there is something to offer. Texts, links, ids and numbers are free. */
const byScalar: Readonly<Record<string, Provider>> = {
  date: dateCandidates,
  'date-range': dateRangeCandidates,
  period: periodCandidates,
  duration: durationCandidates,
  estimate: estimateCandidates,
  size: sizeCandidates,
  dependency: dependencyCandidates,
  money: (context) => moneyCandidates(context),
  rate: rateCandidates,
  percent: percentCandidates,
  quantity: quantityCandidates,
  country: countryCandidates,
  impact: (context) => [...durationCandidates(context), ...moneyCandidates(context)],
  probability: (context) => [...namedValues(context), ...percentCandidates(context)],
  boolean: booleanCandidates,
};

function scalarCandidates(context: PlaceContext): readonly Candidate[] {
  const { scalar, reference, values } = context.place.schema;
  const provider = scalar !== undefined && Object.hasOwn(byScalar, scalar) ? byScalar[scalar] : undefined;
  if (provider) return provider(context);
  if (reference !== undefined) return namedCandidates(context, reference as ReferenceKind);
  return values.length > 0 ? [...wholeList(context), ...namedValues(context)] : [];
}

/** The values that the format names, with what they mean. */
function namedValues({ place }: PlaceContext): readonly Candidate[] {
  const { schema, present } = place;
  return schema.values.flatMap(({ value, description }) => {
    const text = String(value);
    if (present.has(text)) return [];
    return [
      {
        label: text,
        kind: CompletionItemKind.EnumMember,
        insert: text,
        title: description,
        detail: schema.default === value ? `${description} The default.` : description,
        documentation: valueCard(text, schema.title, description),
      },
    ];
  });
}

/** The usual list where one value or several may stand. */
function wholeList({ place }: PlaceContext): readonly Candidate[] {
  const { default: usual, isList } = place.schema;
  if (!isList || place.quote || !Array.isArray(usual)) return [];
  const text = `[${usual.map(String).join(', ')}]`;
  return [{ label: text, kind: CompletionItemKind.Value, insert: text, detail: 'The default' }];
}

function booleanCandidates(context: PlaceContext): readonly Candidate[] {
  const { schema } = context.place;
  return [true, false].map((value) => ({
    label: String(value),
    kind: CompletionItemKind.EnumMember,
    insert: String(value),
    title: schema.default === value ? 'the default' : undefined,
    detail: `${schema.title}: ${value ? 'yes' : 'no'}`,
  }));
}

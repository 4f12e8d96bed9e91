import { SymbolKind } from 'vscode-languageserver-types';
import type { Entities } from '../../plan/generated/entities';

/**
 * What each kind of entity is shown as in an outline: editors know programs and not plans. A kind without one is a part
 * of what holds it, such as the estimate of an item.
 */
const kinds: { readonly [K in keyof Entities]?: SymbolKind } = {
  product: SymbolKind.Package,
  project: SymbolKind.Package,
  program: SymbolKind.Module,
  // What is aimed at is implemented by what is done for it.
  goal: SymbolKind.Interface,
  'key-result': SymbolKind.Number,
  theme: SymbolKind.Enum,
  customer: SymbolKind.Object,
  feature: SymbolKind.Class,
  release: SymbolKind.Event,
  'readiness-check': SymbolKind.Boolean,
  idea: SymbolKind.String,
  item: SymbolKind.Function,
  milestone: SymbolKind.Event,
  risk: SymbolKind.Operator,
  issue: SymbolKind.Operator,
  'budget-line': SymbolKind.Field,
  person: SymbolKind.Variable,
  stakeholder: SymbolKind.Variable,
  role: SymbolKind.TypeParameter,
  assignment: SymbolKind.Constant,
  'status-update': SymbolKind.Property,
  decision: SymbolKind.Property,
  change: SymbolKind.Property,
};

/** What an entity of a kind is shown as; undefined for a part of what holds it. */
export function symbolKindOf(kind: string): SymbolKind | undefined {
  return kinds[kind as keyof Entities];
}

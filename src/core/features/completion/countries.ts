import { CompletionItemKind } from 'vscode-languageserver-types';
import { countryNames } from '../../plan/scalars/countryNames';
import type { Candidate, PlaceContext } from './candidate';

/** Countries by their codes: those that the plan names already, then all, with the names by which they are found. */
export function countryCandidates({ state: { plan } }: PlaceContext): readonly Candidate[] {
  const used = new Set<string>();
  for (const { root } of plan.files.values()) {
    const calendar = root && root.kind !== 'product' ? root.fields.calendar?.value.fields.country?.value : undefined;
    if (calendar !== undefined) used.add(calendar);
  }
  for (const id of plan.people.ids) {
    const country = plan.people.fields(id).country?.value;
    if (country !== undefined) used.add(country);
  }
  return [...new Set([...used, ...countryNames.keys()])].map((code) => {
    const name = countryNames.get(code);
    return {
      label: code,
      kind: CompletionItemKind.EnumMember,
      insert: code,
      title: name,
      detail: name,
      words: name === undefined ? [] : [name],
    };
  });
}

import { CompletionItemKind } from 'vscode-languageserver-types';
import { allRoles, areas, areaMarkdown, areaTitle, holdersOf, roleMarkdown, type Role } from '../../plan/roles';
import { rules } from '../../rules/registry';
import type { Rule } from '../../rules/rule';
import { written, type Candidate, type PlaceContext } from './candidate';

/** The roles of the catalogue and the plan's own, with what they are for; none that would extend itself. */
export function roleCandidates(context: PlaceContext): readonly Candidate[] {
  const { state, place } = context;
  const { customRoles } = state.plan;
  const [section, own] = place.path;
  const isBase = section === 'roles' && place.path.at(-1) === 'extends';
  return allRoles(customRoles)
    .filter(
      ({ id, basedOn }) => !place.present.has(id) && !(isBase && own !== undefined && [id, ...basedOn].includes(own)),
    )
    .map((role) => ({
      label: role.id,
      kind: CompletionItemKind.Reference,
      insert: written(context, role.id),
      title: role.title,
      detail: [role.title, role.answers ?? role.summary].filter((text) => text !== undefined).join(' · '),
      documentation: roleMarkdown(role),
      words: [role.title],
    }));
}

/** The areas of responsibility, with whose they usually are; those first that the leader of the file usually has. */
export function areaCandidates(context: PlaceContext): readonly Candidate[] {
  const { state, file, place } = context;
  const { customRoles } = state.plan;
  const own = customRoles.flatMap(({ responsibilities = [] }) => responsibilities.map(unsigned));
  const ids = [...new Set([...areas.map(({ id }) => id), ...own])];
  const holders = holdersByArea(customRoles.length === 0 ? allRoles([]) : allRoles(customRoles));
  const leader = file.kind === 'project' ? 'project-manager' : 'product-manager';
  const isLeaders = (id: string): boolean => holders.get(id)?.some((role) => role.id === leader) ?? false;
  const ordered = [...ids.filter(isLeaders), ...ids.filter((id) => !isLeaders(id))];
  const sign = place.schema.scalar === 'area-change' ? (/^[+-]/.exec(place.typed)?.[0] ?? '') : '';
  const present = new Set([...place.present].map(unsigned));
  return ordered
    .filter((id) => !present.has(id))
    .map((id) => {
      const usually = holdersOf(id, customRoles).map(({ title }) => title);
      return {
        label: sign + id,
        kind: CompletionItemKind.Reference,
        insert: written(context, sign + id),
        title: areaTitle(id),
        detail: usually.length > 0 ? `Usually: ${usually.join(', ')}` : 'Nobody has it by default',
        documentation: areaMarkdown(id, customRoles),
        words: [areaTitle(id)],
      };
    });
}

/** The rules, with what they report. */
export function ruleCandidates(context: PlaceContext): readonly Candidate[] {
  const isOptions = context.place.path[0] === 'options';
  const known = rules.filter(({ id }) => !context.place.present.has(id));
  return known.filter(({ options }) => !isOptions || options !== undefined).map((rule) => ruleCandidate(rule));
}

export function ruleCandidate({ id, severity, docs: { summary, why } }: Rule): Candidate {
  return {
    label: id,
    kind: CompletionItemKind.Reference,
    insert: id,
    title: severity,
    detail: summary,
    documentation: `**${id}** (${severity} by default)\n\n${summary}\n\n${why}`,
  };
}

function holdersByArea(roles: readonly Role[]): ReadonlyMap<string, readonly Role[]> {
  const holders = new Map<string, Role[]>();
  for (const role of roles) for (const area of role.holds) holders.set(area, [...(holders.get(area) ?? []), role]);
  return holders;
}

function unsigned(area: string): string {
  return area.replace(/^[+-]/, '');
}

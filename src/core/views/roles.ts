import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { type EntryFilter, entryFilter } from './entryFilter';
import { known } from './known';
import type { Choice, Fact, ViewOptions } from './model';
import { textOf } from './naming';
import { ResponsibilityMatrix } from './responsibilityMatrix';
import { roleCards } from './roleCards';
import type { AreaGroup, AreaRow, MatrixPerson, ProjectRolesView, RoadmapRolesView, RolesViewBase } from './rolesModel';
import type { ViewSettings } from './viewSettings';

export function roadmapRolesView(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  settings: ViewSettings = {},
): RoadmapRolesView {
  const { product, vision } = roadmap.root?.fields ?? {};
  const title = textOf(product) ?? '';
  return known({ file: 'roadmap' as const, title, purpose: textOf(vision), ...matrixOf(analysis, roadmap, settings) });
}

export function projectRolesView(
  analysis: PlanAnalysis,
  project: ProjectFile,
  settings: ViewSettings = {},
): ProjectRolesView {
  const { project: name, summary } = project.root?.fields ?? {};
  const title = textOf(name) ?? '';
  return known({ file: 'project' as const, title, purpose: textOf(summary), ...matrixOf(analysis, project, settings) });
}

/** Areas by people. A file that names nobody, and is nobody's, is a matrix without rows. */
function matrixOf(
  { plan }: PlanAnalysis,
  file: RoadmapFile | ProjectFile,
  settings: ViewSettings,
): Omit<RolesViewBase, 'title' | 'purpose'> {
  const matrix = new ResponsibilityMatrix(plan, file);
  const { people, groups } = matrix;
  const rows = groups.flatMap((group) => group.rows);
  const filter = entryFilter(settings);
  const left = filter ? filteredGroups(groups, people, filter) : groups;
  const cards = roleCards(plan, file, matrix);
  return known({
    view: 'roles' as const,
    entry: { uri: file.uri, path: [] },
    facts: factsOf(rows),
    people,
    groups: left,
    roles: cards,
    shown: filter && { count: left.flatMap((group) => group.rows).length, total: rows.length },
    options: optionsOf(people, rows),
  });
}

/** A row is found by its area, the people who have a part in it, and what is to be asked of it. */
function filteredGroups(
  groups: readonly AreaGroup[],
  people: readonly MatrixPerson[],
  filter: EntryFilter,
): readonly AreaGroup[] {
  const isLeft = ({ id, title, cells, findings }: AreaRow): boolean => {
    const involved = people.filter((_, index) => (cells[index]?.letters.length ?? 0) > 0);
    return filter({
      texts: [id, title, ...involved.map(({ name }) => name), ...findings.map(({ text }) => text)],
      people: involved.map((person) => person.id),
      late: findings.some(({ kind }) => kind !== 'note'),
    });
  };
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(isLeft) }))
    .filter((group) => group.rows.length > 0);
}

function factsOf(rows: readonly AreaRow[]): readonly Fact[] {
  if (rows.length === 0) return [];
  const with_ = (kind: string): readonly AreaRow[] =>
    rows.filter(({ findings }) => findings.some((finding) => finding.kind === kind));
  const [gaps, conflicts, overlaps] = [with_('gap'), with_('conflict'), with_('overlap')];
  const [overlap] = overlaps;
  const reason = overlap?.findings.find(({ kind }) => kind === 'overlap')?.text;
  const facts: readonly (Fact | false)[] = [
    { label: 'Areas covered', value: `${String(rows.length - gaps.length)} of ${String(rows.length)}` },
    gaps.length > 0 && { label: 'Gaps', value: String(gaps.length), state: 'at-risk' as const },
    conflicts.length > 0 && { label: 'Conflicts', value: String(conflicts.length), state: 'off-track' as const },
    overlap !== undefined && {
      label: 'Overlaps',
      value: String(overlaps.length),
      note: overlaps.length === 1 && reason !== undefined ? `${overlap.title}: ${reason}` : '',
    },
  ];
  return facts.filter((fact) => fact !== false).map(({ note, ...fact }) => ({ ...fact, ...(note ? { note } : {}) }));
}

function optionsOf(people: readonly MatrixPerson[], rows: readonly AreaRow[]): ViewOptions {
  const owners = people.map(({ id, name }): Choice => ({ value: id, title: name }));
  const isAsked = rows.some(({ findings }) => findings.some(({ kind }) => kind !== 'note'));
  return known({
    filters: rows.length > 0 || undefined,
    owners: owners.length > 1 ? owners : undefined,
    atRisk: isAsked || undefined,
    atRiskLabel: isAsked ? 'Gaps and conflicts' : undefined,
  });
}

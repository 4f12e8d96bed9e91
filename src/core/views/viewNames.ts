/**
 * The views that each kind of file has, with their titles, in the order in which they are offered: the first one is
 * what is shown first.
 */
export const viewTitles = {
  roadmap: {
    board: 'Board',
    timeline: 'Timeline',
    goals: 'Goals',
    releases: 'Releases',
    priorities: 'Priorities',
    roles: 'Roles',
    'one-pager': 'One-pager',
    money: 'Money',
    overview: 'Overview',
  },
  project: {
    timeline: 'Timeline',
    board: 'Board',
    network: 'Network',
    capacity: 'Capacity',
    budget: 'Budget',
    risks: 'Risks',
    status: 'Status',
    roles: 'Roles',
    overview: 'Overview',
  },
} as const satisfies Readonly<Record<'roadmap' | 'project', Readonly<Record<string, string>>>>;

export type RoadmapViewName = keyof typeof viewTitles.roadmap;
export type ProjectViewName = keyof typeof viewTitles.project;
export type ViewName = RoadmapViewName | ProjectViewName;

/** A view that a file can be shown in. */
export interface ViewChoice {
  readonly name: ViewName;
  readonly title: string;
}

/** The views of one kind of file, in their order. */
export function viewsOf(kind: keyof typeof viewTitles): readonly ViewChoice[] {
  return Object.entries(viewTitles[kind]).map(([name, title]) => ({ name: name as ViewName, title }));
}

/** The title of a view: `'Board'`. */
export function viewTitle(name: ViewName): string {
  return allTitles[name] ?? name;
}

export function isViewName(value: unknown): value is ViewName {
  return typeof value === 'string' && Object.hasOwn(allTitles, value);
}

// A name that both kinds of file have is titled alike in both.
const allTitles: Readonly<Record<string, string>> = { ...viewTitles.roadmap, ...viewTitles.project };

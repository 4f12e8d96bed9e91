import type { StateKind } from './model';

/** How much of the time axis a given width holds. */
export const zooms = ['week', 'month', 'quarter', 'year'] as const;
export type Zoom = (typeof zooms)[number];

/** What a reader asks a view for. Kept for each file; everything left out is as it is by default. */
export interface ViewSettings {
  readonly filter?: ViewFilter;
  /** Leaves out what is done, achieved, released, closed or dropped. */
  readonly hidesDone?: boolean;
  /** What lanes or groups are made by: one of the view's own choices. */
  readonly groupBy?: string;
  readonly zoom?: Zoom;
  /** What an overview compares the plan with: a time before today, a day, or a commit. */
  readonly since?: string;
}

/** Entries that meet all of what is given. */
export interface ViewFilter {
  /** A part of a title, an id or a name, in any case; words apart by blanks have to be there all. */
  readonly text?: string;
  /** The id of a person. */
  readonly owner?: string;
  readonly status?: StateKind;
  /** The id of a goal that it serves. */
  readonly goal?: string;
  /** On the critical path. */
  readonly critical?: boolean;
  /** Without a goal. */
  readonly unlinked?: boolean;
  /** At risk, off track, blocked or late. */
  readonly atRisk?: boolean;
}

/** The longest text of a setting that is kept; nobody types more. */
const longestText = 200;

/** The settings that a value from outside holds: what is not one of ours is left out. */
export function readViewSettings(value: unknown): ViewSettings {
  if (!isRecord(value)) return {};
  const filter = isRecord(value['filter']) ? readFilter(value['filter']) : {};
  const zoom = zooms.find((each) => each === value['zoom']);
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(value['hidesDone'] === true ? { hidesDone: true } : {}),
    ...texts(value, ['groupBy', 'since']),
    ...(zoom ? { zoom } : {}),
  };
}

function readFilter(value: Readonly<Record<string, unknown>>): ViewFilter {
  const status = stateKinds.find((each) => each === value['status']);
  const isSet = (key: string): boolean => value[key] === true;
  return {
    ...texts(value, ['text', 'owner', 'goal']),
    ...(status ? { status } : {}),
    ...(isSet('critical') ? { critical: true } : {}),
    ...(isSet('unlinked') ? { unlinked: true } : {}),
    ...(isSet('atRisk') ? { atRisk: true } : {}),
  };
}

const stateKinds: readonly StateKind[] = [
  'on-track',
  'at-risk',
  'off-track',
  'paused',
  'todo',
  'in-progress',
  'blocked',
  'done',
  'dropped',
];

/** Those of the properties that are texts with something in them. */
function texts<K extends string>(
  value: Readonly<Record<string, unknown>>,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const found = keys.flatMap((key) => {
    const text = value[key];
    return typeof text === 'string' && text.trim() !== '' ? [[key, text.slice(0, longestText)] as const] : [];
  });
  return Object.fromEntries(found) as Partial<Record<K, string>>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, ViewOptions } from '../core/views/model';
import type { ViewFilter, ViewSettings } from '../core/views/viewSettings';
import { MenuButton, type MenuLine } from './menu';
import { CrossIcon, FilterIcon } from './toolIcons';

export interface FilterProps {
  readonly options: ViewOptions;
  readonly settings: ViewSettings;
  readonly change: (settings: ViewSettings) => void;
  readonly stop: (id: string) => { readonly tabIndex: number; readonly onFocus: () => void };
}

/** The field for a text, the menu of what to show only, and a chip for each part of the filter that is on. */
export function FilterBox({ options, settings, change, stop }: FilterProps): JSX.Element {
  const filter = settings.filter ?? {};
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filter.text ?? '');
  useEffect(() => {
    // What is being typed is newer than what comes back.
    if (document.activeElement !== field.current) setText(filter.text ?? '');
  }, [filter.text]);
  const set = (part: Partial<ViewFilter>): void => {
    change(withFilter(settings, { ...filter, ...part }));
  };
  return (
    <>
      <span class="filter">
        <MenuButton
          label="Show only"
          class="tool filter-menu"
          side="start"
          stop={stop('filter-menu')}
          lines={filterLines(options, settings, change)}
        >
          <FilterIcon />
        </MenuButton>
        <input
          ref={field}
          type="text"
          class="filter-field"
          data-tool
          {...stop('filter')}
          aria-label="Filter"
          placeholder="Filter"
          value={text}
          spellcheck={false}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            set({ text: value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.stopPropagation();
            setText('');
            set({ text: '' });
          }}
        />
      </span>
      {chipsOf(options, filter).map(({ label, without }) => (
        <button
          key={label}
          type="button"
          class="chip only-wide"
          data-tool
          {...stop(`chip ${label}`)}
          aria-label={`Show not only ${label}`}
          title={`Show not only ${label}`}
          onClick={() => {
            set(without);
          }}
        >
          {label}
          <CrossIcon />
        </button>
      ))}
    </>
  );
}

/** The settings with another filter; without one where nothing is left of it. */
export function withFilter(settings: ViewSettings, filter: ViewFilter): ViewSettings {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined && value !== false && value !== '');
  const { filter: _before, ...others } = settings;
  return parts.length > 0 ? { ...others, filter: Object.fromEntries(parts) } : others;
}

/** The parts of a filter that are on or off, with their words. */
const flags = [
  { part: 'atRisk', label: 'At risk or off track' },
  { part: 'critical', label: 'Critical path' },
  { part: 'unlinked', label: 'Without a goal' },
] as const;

function flagLabel({ atRiskLabel }: ViewOptions, part: (typeof flags)[number]['part'], label: string): string {
  return part === 'atRisk' ? (atRiskLabel ?? label) : label;
}

/** The parts of a filter that are one of several values. */
const lists = [
  { part: 'owner', option: 'owners', heading: 'Owner' },
  { part: 'status', option: 'statuses', heading: 'Status' },
  { part: 'goal', option: 'goals', heading: 'Goal' },
] as const;

/** The longest list that a menu of a small window can hold. */
const mostChoices = 12;

function filterLines(
  options: ViewOptions,
  settings: ViewSettings,
  change: (settings: ViewSettings) => void,
): readonly MenuLine[] {
  const { filter = {}, hidesDone = false } = settings;
  const toggle = (part: Partial<ViewFilter>): void => {
    change(withFilter(settings, { ...filter, ...part }));
  };
  const offered = flags.filter(({ part }) => (options[part] ?? false) || filter[part] === true);
  const choices = lists.flatMap(({ part, option, heading }): readonly MenuLine[] => {
    const all: readonly Choice[] = options[option] ?? [];
    if (all.length === 0) return [];
    const chosen = filter[part];
    const shown = all.filter(({ value }, index) => index < mostChoices || value === chosen);
    return [
      { kind: 'heading', label: heading },
      ...shown.map(({ value, title }): MenuLine => {
        const checked = value === chosen;
        return { kind: 'check', label: title, checked, run: () => toggle({ [part]: checked ? undefined : value }) };
      }),
    ];
  });
  return [
    { kind: 'heading', label: 'Show only' },
    ...offered.map(({ part, label }): MenuLine => {
      const checked = filter[part] === true;
      return {
        kind: 'check',
        label: flagLabel(options, part, label),
        checked,
        run: () => toggle({ [part]: !checked }),
      };
    }),
    ...choices,
    { kind: 'separator' },
    {
      kind: 'check',
      label: 'Hide what is done',
      checked: hidesDone,
      run: () => {
        const { hidesDone: _before, ...others } = settings;
        change(hidesDone ? others : { ...others, hidesDone: true });
      },
    },
  ];
}

interface Chip {
  readonly label: string;
  /** Takes it out of the filter. */
  readonly without: Partial<ViewFilter>;
}

function chipsOf(options: ViewOptions, filter: ViewFilter): readonly Chip[] {
  const values = lists.flatMap(({ part, option }): readonly Chip[] => {
    const value = filter[part];
    if (value === undefined) return [];
    const choice = options[option]?.find((each) => each.value === value);
    return [{ label: choice?.title ?? value, without: { [part]: undefined } }];
  });
  const on = flags
    .filter(({ part }) => filter[part])
    .map(({ part, label }) => ({ label: flagLabel(options, part, label), without: { [part]: false } }));
  return [...values, ...on];
}

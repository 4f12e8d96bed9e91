import { MarkupKind } from 'vscode-languageserver-types';
import { finishDate } from '../../analysis/calendar';
import type { Forecasted } from '../../analysis/forecast/planTargets';
import { isOpenGoal, isOpenItem, isOpenMilestone } from '../../analysis/openWork';
import type { Field } from '../../plan/entity';
import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import { escapeMarkdown } from '../../plan/markdown';
import type { PlanFile } from '../../plan/planFile';
import { dayText } from '../../plan/texts';
import type { Place } from '../../text/sourceText';
import type { Span } from '../../text/span';
import { forecastText } from '../cards/forecastFact';
import { isOpen } from '../cards/status';
import type { ForecastOf } from '../cheapForecast';
import type { PlanState } from '../planState';
import { isWithin, type Hint } from './hint';

/** Something that should be finished by a day, and where that day is written. */
export interface Deadline {
  readonly thing: Forecasted;
  readonly at: Place;
  /** What the day is called in a sentence: `the deadline`. */
  readonly name: string;
}

/** By when what has a deadline is finished with 80 % probability, beside the deadline. */
export function forecastHints(state: PlanState, file: PlanFile, span: Span, forecastOf: ForecastOf): readonly Hint[] {
  return openDeadlines(file, span).flatMap(({ thing, at, name }) => {
    const place = file.document.source.spanOf(at);
    const forecast = forecastOf(thing);
    const day = forecast?.p80 === undefined ? undefined : finishDate(forecast.p80);
    const text = forecast && forecastText(forecast, name);
    if (!place || !day || text === undefined) return [];
    const value = escapeMarkdown(`With 80 % probability it is finished by ${text}.`);
    const tooltip = { kind: MarkupKind.Markdown, value };
    return [{ offset: place.end, label: `P80 ${dayText(day, state.today)}`, tooltip }];
  });
}

/** What is open in a file and has a day by which it should be finished, where that day is written within a span. */
export function openDeadlines(file: PlanFile, span: Span): readonly Deadline[] {
  const near = file.definitions.filter((entity) => isWithin(file, entity.at, span));
  const found = [...projectEnd(file), ...near.flatMap((entity) => deadlineOf(entity) ?? [])];
  return found.filter(({ at }) => isWithin(file, at, span));
}

function projectEnd(file: PlanFile): readonly Deadline[] {
  if (file.kind !== 'project') return [];
  const { end, phase } = file.root?.fields ?? {};
  return end && phase?.value !== 'closed' ? [{ thing: file, at: end.at, name: 'the end' }] : [];
}

function deadlineOf(entity: PlanFile['definitions'][number]): Deadline | undefined {
  switch (entity.kind) {
    case 'item': {
      const item = entity as Item;
      return deadline(item, item.fields.deadline, isOpenItem(item), 'the deadline');
    }
    case 'milestone': {
      const milestone = entity as Milestone;
      return deadline(milestone, milestone.fields.date, isOpenMilestone(milestone), 'the date');
    }
    case 'release': {
      const release = entity as Release;
      return deadline(release, release.fields.date, isOpen(release), 'the date');
    }
    case 'goal': {
      const goal = entity as Goal;
      return deadline(goal, goal.fields.target, isOpenGoal(goal), 'the target');
    }
    default:
      return undefined;
  }
}

function deadline(
  thing: Forecasted,
  field: Field<unknown> | undefined,
  isOpenThing: boolean,
  name: string,
): Deadline | undefined {
  return field && isOpenThing ? { thing, at: field.at, name } : undefined;
}

import assert from 'node:assert/strict';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type {
  FeatureRollUp,
  GoalRollUp,
  ProgramRollUp,
  ProjectRollUp,
  ReleaseRollUp,
} from '../../../../src/core/analysis/rollUp/rollUps';
import type { WorkRollUp } from '../../../../src/core/analysis/rollUp/workSum';
import type { NamedKind } from '../../../../src/core/plan/plan';
import type { Entities, Item } from '../../../../src/core/plan/generated/entities';
import { planFrom } from '../../planFrom';

/** The roll-ups of a plan by the ids of its things. */
export interface RolledUp {
  readonly analysis: PlanAnalysis;
  readonly item: (id: string) => WorkRollUp;
  readonly project: (id: string) => ProjectRollUp;
  readonly program: (id: string) => ProgramRollUp;
  readonly feature: (id: string) => FeatureRollUp;
  readonly release: (id: string) => ReleaseRollUp;
  readonly goal: (id: string) => GoalRollUp;
}

/** Monday. */
export const today = '2026-05-04';

export async function rolledUp(files: Readonly<Record<string, string>>, day = today): Promise<RolledUp> {
  const { analysis, plan } = (await planFrom(files, day)).state();
  const { rollUps } = analysis;
  const named = <K extends NamedKind>(kind: K, id: string): Entities[K] => {
    const [found] = plan.named(kind, id);
    assert.ok(found, `no ${kind} ${id}`);
    return found;
  };
  return {
    analysis,
    item: (id) => {
      const work = plan.projects.flatMap((file) => plan.work(file).get(id) ?? []).find(({ kind }) => kind === 'item');
      const rollUp = work && rollUps.item(work as Item);
      assert.ok(rollUp, `no item ${id}`);
      return rollUp;
    },
    project: (id) => {
      const file = plan.projects.find((one) => one.id === id);
      assert.ok(file, `no project ${id}`);
      return rollUps.project(file);
    },
    program: (id) => rollUps.program(named('program', id)),
    feature: (id) => rollUps.feature(named('feature', id)),
    release: (id) => rollUps.release(named('release', id)),
    goal: (id) => rollUps.goal(named('goal', id)),
  };
}

/** `40 %, 1 of 3 done, 2026-05-04..2026-05-08`: what is not known is a dash. */
export function textOf({ progress, items, earliest, latest }: WorkRollUp): string {
  const percent = progress === undefined ? '–' : `${String(Math.round(progress * 1000) / 10)} %`;
  const days = earliest && latest ? `${earliest.toString()}..${latest.toString()}` : '–';
  return `${percent}, ${String(items.done)} of ${String(items.total)} done, ${days}`;
}

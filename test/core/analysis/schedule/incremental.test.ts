import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { stringify } from 'yaml';
import { noPublicHolidays, type PublicHolidays } from '../../../../src/core/analysis/calendar';
import { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { PlanIndex } from '../../../../src/core/plan/plan';
import { PlanSet } from '../../../../src/core/plan/planSet';
import { oneChange } from '../../plan/oneChange';
import { apply, randomEdits, randomStart } from './randomEdits';
import { restReading, scheduleReading } from './readings';

const someHolidays: PublicHolidays = (_country, _region, year) => [new Temporal.PlainDate(year, 5, 13)];

/** A plan in memory whose files come and go. */
class Workspace {
  readonly #set = new PlanSet();
  readonly #texts = new Map<string, string>();

  constructor(texts: Iterable<readonly [string, string]>) {
    this.#set.setFolders(['file:///plan']);
    this.write(texts);
  }

  /** Makes the files be these; those whose text is the same are left alone. */
  write(texts: Iterable<readonly [string, string]>): void {
    const next = new Map(texts);
    for (const name of [...this.#texts.keys()].filter((each) => !next.has(each))) {
      this.#set.remove(`file:///plan/${name}`);
      this.#texts.delete(name);
    }
    for (const [name, text] of next) {
      const before = this.#texts.get(name);
      if (before === text) continue;
      const uri = `file:///plan/${name}`;
      // Typed in blocks, so that what an edit leaves alone is the same.
      if (before === undefined) this.#set.setText(uri, inBlocks(text));
      else this.#set.edit(uri, [oneChange(inBlocks(before), inBlocks(text))]);
      this.#texts.set(name, text);
    }
  }

  get plan(): PlanIndex | undefined {
    return this.#set.plans[0];
  }
}

/** What is no JSON, because an edit has broken it, stays as it is. */
function inBlocks(text: string): string {
  try {
    return stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** How many steps of the schedule of a version are made before the next one comes, and whether anything is asked. */
const asked = fc.record({ steps: fc.oneof(fc.constant(0), fc.nat({ max: 60 })), isRead: fc.boolean() });

function takeSteps(work: Iterator<unknown>, steps: number): void {
  for (let step = 0; step < steps; step++) if (work.next().done === true) return;
}

describe('the schedule of an edited plan', () => {
  const edits = Number(process.env['EDITS'] ?? 400);

  it('is, whatever has been edited, what it is when all is made anew', function () {
    this.timeout(0);
    let compared = 0;
    fc.assert(
      fc.property(randomStart, randomEdits, fc.array(asked, { minLength: 12 }), (start, all, askedOf) => {
        // Edits are made to a copy: a smaller example begins with the same start.
        const plan = { ...start, texts: new Map(start.texts), good: new Map(start.good) };
        const workspace = new Workspace(plan.texts);
        let known: PlanAnalysis | undefined;
        all.forEach((edit, step) => {
          apply(plan, edit);
          workspace.write(plan.texts);
          if (!workspace.plan) return;
          if (workspace.plan.takeRewordings().length > 0) known?.forgetWords();
          const today = Temporal.PlainDate.from(plan.today);
          const holidays = plan.hasHolidays ? someHolidays : noPublicHolidays;
          known = new PlanAnalysis(workspace.plan, today, holidays, known);
          const { steps = 0, isRead = true } = askedOf[step] ?? {};
          takeSteps(known.preparing('schedule'), steps);
          // Of some versions nothing is ever asked.
          if (!isRead && step < all.length - 1) return;
          const fresh = new PlanAnalysis(workspace.plan, today, holidays);
          assert.deepEqual(scheduleReading(known), scheduleReading(fresh));
          if (step === all.length - 1) assert.deepEqual(restReading(known), restReading(fresh));
          compared++;
        });
      }),
      { numRuns: Math.ceil(edits / 6) },
    );
    assert.ok(compared > edits / 4, `only ${String(compared)} plans have been compared`);
  });
});

import { assert } from 'chai';
import { describe, it } from 'mocha';
import { projectOf, scheduled } from './scheduleFrom';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';

/** The ids of the works that lead to a start. */
function chain(analysis: PlanAnalysis, id: string): string {
  const links = analysis.schedule.chain(scheduled(analysis, id).work);
  return links.map(({ scheduled: { work } }) => work.id).join(' ');
}

describe('the chain of a start', () => {
  const analysis = projectOf(`
milestones: { gate: { title: Gate, date: 2026-05-12 } }
items:
  p:
    title: P
    items:
      late: { title: Late, estimate: 5d, depends_on: early }
      early: { title: Early, estimate: 1d, depends_on: a }
  a: { title: A, estimate: 2d }
  after: { title: After, estimate: 1d, depends_on: p }
  with: { title: With, estimate: 1d, depends_on: p SS+1d }
  open: { title: Open, estimate: 1d, depends_on: gate }
  beside: { title: Beside, estimate: 1d, depends_on: gate SS }`);

  it('leads to a parent through its first child', () => {
    assert.equal(chain(analysis, 'p'), 'a early p');
  });

  it('leads on from the end of a parent through its last child, and from its start through its first', () => {
    assert.equal(chain(analysis, 'after'), 'a early late after');
    assert.equal(chain(analysis, 'with'), 'a early p with');
  });

  it('names a milestone on its day, whichever end of it is waited for', () => {
    assert.equal(scheduled(analysis, 'open').driver?.why, 'waits for Gate until 12 May 2026');
    assert.equal(scheduled(analysis, 'beside').driver?.why, 'waits for the start of Gate on 12 May 2026');
  });

  it('is finite where works wait for each other, and empty', () => {
    const ring = projectOf('items: { p: { title: P, items: { a: { title: A, estimate: 1d, depends_on: p } } } }');
    assert.equal(chain(ring, 'p'), '');
    assert.equal(chain(ring, 'a'), '');
  });
});

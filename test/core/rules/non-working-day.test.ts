import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../../../src/core/analysis/calendar';
import { planFrom } from '../planFrom';

/** Made up, so that they fall on Mondays: one of the whole country, one of a region. */
const holidays: PublicHolidays = (country, region, year) =>
  country === 'DE'
    ? [`${String(year)}-10-05`, ...(region === 'BY' ? [`${String(year)}-11-02`] : [])].map((day) =>
        Temporal.PlainDate.from(day),
      )
    : [];

async function daysReported(calendar: string): Promise<readonly string[]> {
  const text = `project: Rewrite
${calendar}
items:
  api: { title: API, start: 2026-10-05 }
  form: { title: Form, start: 2026-11-02 }
`;
  const plan = await planFrom({ 'rewrite.project.yaml': text }, '2026-09-16', holidays);
  const uri = plan.uri('rewrite.project.yaml');
  return plan
    .state()
    .findings(uri)
    .filter(({ rule }) => rule === 'non-working-day')
    .map(({ message }) => message);
}

describe('non-working-day', () => {
  it('knows the public holidays of the country that the calendar names', async () => {
    assert.deepEqual(await daysReported('calendar: { country: DE }'), [
      '“API” starts on 5 October 2026, a Monday that is a holiday: move it to 6 October 2026.',
    ]);
  });

  it('knows those of its region', async () => {
    const days = await daysReported('calendar: { country: DE, region: BY }');
    assert.deepEqual(
      days.map((message) => /starts on (\d+ \w+)/.exec(message)?.[1]),
      ['5 October', '2 November'],
    );
  });

  it('takes no day off where no country is named', async () => {
    assert.deepEqual(await daysReported('calendar: { hours_per_day: 7 }'), []);
  });
});

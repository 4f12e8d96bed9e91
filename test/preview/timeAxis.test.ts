import assert from 'node:assert/strict';
import { startOfDay } from '../../src/preview/dateText';
import { type Zoom, zooms } from '../../src/core/views/viewSettings';
import { type TimeAxis, dayAt, offDayStripes, timeAxis, xOf } from '../../src/preview/timeAxis';

function axis(start: string, end: string, width = 600, today = '1999-01-01'): TimeAxis {
  const made = timeAxis({ start, end }, today, width);
  assert.ok(made, 'there is an axis');
  return made;
}

function labels(ticks: TimeAxis['lower']): string[] {
  return ticks.map(({ label }) => label);
}

function x(made: TimeAxis, date: string): number {
  const day = startOfDay(date);
  assert.ok(day);
  return xOf(made, day);
}

describe('time axis', () => {
  it('has weeks below months for some months, from Monday to Monday', () => {
    const made = axis('2026-08-05', '2026-11-19');
    assert.equal(made.start.toISOString().slice(0, 10), '2026-08-03');
    assert.equal(made.end.getUTCDay(), 1);
    assert.deepEqual(labels(made.upper).slice(0, 4), ['August 2026', 'September', 'October', 'November']);
    assert.deepEqual(labels(made.lower).slice(0, 5), ['3', '10', '17', '24', '31']);
  });

  it('has days for some weeks, months below quarters for some years, quarters or years for more', () => {
    assert.deepEqual(labels(axis('2026-09-01', '2026-09-20').lower).slice(0, 3), ['1', '2', '3']);
    const years = axis('2026-01-01', '2027-12-31');
    assert.deepEqual(labels(years.lower).slice(0, 1), ['Jan']);
    assert.equal(labels(years.upper)[0], '2026 Q1');
    assert.equal(labels(axis('2020-01-01', '2028-12-31').upper)[0], '2020');
    assert.equal(labels(axis('1900-01-01', '2100-12-31').lower).length, 0);
  });

  it('shortens and leaves out labels on a narrow chart, and never lets two touch', () => {
    for (const width of [160, 240, 400, 800]) {
      for (const end of ['2026-09-01', '2026-12-31', '2028-12-31', '2035-12-31']) {
        const { lower, upper } = axis('2026-08-03', end, width);
        for (const [index, { x: left, label }] of upper.entries()) {
          const room = (upper[index + 1]?.x ?? width) - left;
          assert.ok(label === '' || label.length * 7 < room, `${label} in ${String(room)} px`);
        }
        for (const [index, { x: left, label }] of lower.entries()) {
          assert.ok(left + label.length * 7 < width, `${label} at ${String(left)} of ${String(width)} px`);
          const next = lower[index + 1];
          if (next) assert.ok(next.x - left >= 17, `${String(width)} px to ${end}: ${String(next.x - left)} px`);
        }
      }
    }
    assert.equal(axis('2026-08-03', '2026-11-19', 240).upper[1]?.label, 'Sep');
  });

  it('marks round years where there is no room for all', () => {
    const years = (end: string, width: number): string =>
      labels(axis('2026-11-30', end, width, '2026-11-30').upper)
        .join(' ')
        .trim();
    assert.equal(years('2034-11-25', 600), '2027 2028 2029 2030 2031 2032 2033 2034 2035');
    assert.equal(years('2040-11-25', 360), '2026 2028 2030 2032 2034 2036 2038 2040');
    assert.equal(years('2118-11-25', 360), '2040 2060 2080 2100');
    assert.equal(years('2066-11-25', 360), '2030 2035 2040 2045 2050 2055 2060 2065');
    assert.equal(years('9999-12-31', 360), '3000 4000 5000 6000 7000 8000 9000');
  });

  it('says the year with the first label that has room for it, in a shorter form where that helps', () => {
    const { upper } = axis('2026-10-12', '2027-03-19', 440);
    assert.deepEqual(labels(upper).slice(0, 5), ['Oct', 'Nov 2026', 'Dec', 'Jan 2027', 'Feb']);
  });

  it('holds the whole window, with room for labels at its end', () => {
    const made = axis('2026-08-03', '2026-11-19');
    assert.ok(x(made, '2026-08-03') >= 0);
    assert.ok(x(made, '2026-11-20') < 600 * 0.95);
  });

  it('shows today where it is near, and not where the chart would shrink for it', () => {
    const near = axis('2026-08-03', '2026-11-19', 600, '2026-11-29');
    assert.equal(near.today?.label, '29 Nov');
    assert.ok(near.today.x > x(near, '2026-11-28') && near.today.x < 600);
    assert.ok(axis('2026-08-03', '2026-11-19', 600, '2026-07-25').today);
    assert.equal(axis('2026-08-03', '2026-11-19', 600, '2029-01-01').today, undefined);
  });

  it('keeps labels away from the one of today', () => {
    const made = axis('2026-08-03', '2026-11-19', 600, '2026-09-16');
    assert.ok(!labels(made.lower).includes('14'));
  });

  it('does not depend on the time zone of the machine: a day is a day at the change to winter time', () => {
    const made = axis('2026-10-19', '2026-11-01');
    const day = x(made, '2026-10-26') - x(made, '2026-10-25');
    assert.ok(Math.abs(day - made.pixelsPerDay) < 1e-9);
  });

  it('is none without days to show', () => {
    assert.equal(timeAxis(undefined, '2026-09-16', 600), undefined);
    assert.equal(timeAxis({ start: '2026-09-31', end: '2026-10-01' }, '2026-09-16', 600), undefined);
    assert.equal(timeAxis({ start: '2026-09-30', end: '2026-09-01' }, '2026-09-16', 600), undefined);
  });
});

describe('days off', () => {
  it('are one stripe for days in a row', () => {
    const made = axis('2026-09-07', '2026-09-20');
    const stripes = offDayStripes(made, [6, 7], [{ start: '2026-09-14', end: '2026-09-15' }]);
    assert.equal(stripes[0]?.x, Math.round(x(made, '2026-09-12')));
    assert.equal(stripes[0].x + stripes[0].width, Math.round(x(made, '2026-09-16')));
    assert.equal(stripes[1]?.x, Math.round(x(made, '2026-09-19')));
  });

  it('are not drawn where they would be a haze, and holidays far outside cost nothing', () => {
    assert.deepEqual(offDayStripes(axis('2026-01-01', '2029-12-31'), [6, 7], []), []);
    const made = axis('2026-09-07', '2026-09-11');
    const always = offDayStripes(made, [], [{ start: '0001-01-01', end: '9999-12-31' }]);
    assert.deepEqual(always, [{ x: 0, width: 600 }]);
  });
});

describe('zoomed time axis', () => {
  const window = { start: '2026-01-05', end: '2028-12-31' };
  const zoomed = (zoom: Zoom, middle?: string, width = 600): TimeAxis => {
    const made = timeAxis(window, '2027-06-16', width, { zoom, middle: startOfDay(middle) });
    assert.ok(made);
    return made;
  };

  it('has some 120 pixels for what it is zoomed to', () => {
    const days = { week: 7, month: 30.4, quarter: 91.3, year: 365.25 };
    for (const zoom of zooms) {
      const width = zoomed(zoom).pixelsPerDay * days[zoom];
      assert.ok(width > 115 && width < 130, `${zoom}: ${String(width)} px`);
    }
  });

  it('shows today in its middle, or what is asked for, as far as the chart goes', () => {
    const made = zoomed('month');
    assert.ok(made.today && Math.abs(made.today.x - 300) <= made.pixelsPerDay);
    assert.ok(Math.abs(x(zoomed('month', '2026-09-01'), '2026-09-01') - 300) < 1);
    const first = zoomed('month', '2020-01-01');
    assert.deepEqual([first.left, x(first, '2026-01-05')], [0, 0]);
    const last = zoomed('month', '2040-01-01');
    assert.equal(last.left, last.wholeWidth - last.width);
    assert.ok(x(last, '2029-01-01') < 600 - 150, 'the last label has room');
  });

  it('is as wide as there is room, however short the plan is', () => {
    const made = timeAxis({ start: '2026-06-01', end: '2026-06-12' }, '2026-06-03', 600, { zoom: 'year' });
    assert.equal(made?.left, 0);
    assert.ok(made.wholeWidth >= 600);
    assert.equal(timeAxis(window, '2027-06-16', 600)?.wholeWidth, 600);
  });

  it('has the same labels at the same days wherever it is scrolled to', () => {
    const daysOf = (made: TimeAxis): readonly string[] =>
      made.lower.map((tick) => `${dayAt(made, tick.x).toISOString().slice(0, 13)} ${tick.label}`);
    for (const zoom of zooms) {
      const here = new Set(daysOf(zoomed(zoom, '2026-12-15')));
      const there = daysOf(zoomed(zoom, '2026-12-18'));
      const shared = there.filter((tick) => here.has(tick)).length;
      assert.ok(shared >= there.length / 2, `${zoom}: ${String(shared)} of ${String(there.length)}`);
    }
  });

  it('says the month of what its left edge shows, and once the year', () => {
    const { upper } = zoomed('week', '2026-10-20');
    assert.equal(upper[0]?.x, 0);
    assert.deepEqual(labels(upper), ['October 2026', 'November']);
  });

  it('shades the days off that it shows, one at its edge as well', () => {
    const made = zoomed('week', '2026-10-15', 601);
    const stripes = offDayStripes(made, [1, 2, 3, 4, 5, 6, 7], []);
    assert.equal(stripes.length, 1);
    assert.ok(stripes.every(({ x: left, width }) => left <= 0 && left + width >= 601));
  });
});

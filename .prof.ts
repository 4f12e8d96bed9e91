import { Temporal } from 'temporal-polyfill';
import { criticalPath } from './src/core/analysis/network/criticalPath';
import { serialSchedule } from './src/core/analysis/placement/serialSchedule';
import { PlanAnalysis } from './src/core/analysis/planAnalysis';
import { bookingsOf } from './src/core/analysis/schedule/bookings';
import { feasibleProblem } from './src/core/analysis/schedule/feasibleProblem';
import { fileNetworks } from './src/core/analysis/schedule/fileNetwork';
import { connectedFiles } from './src/core/analysis/schedule/connectedFiles';
import { planNetwork } from './src/core/analysis/schedule/planNetwork';
import { planOf, withLongerItem } from './bench/analysis/editedPlan';
import { noPublicHolidays } from './src/core/analysis/calendar';
import { datesRead } from './bench/analysis/datesRead';
const today = new Temporal.PlainDate(2026, 6, 1);
const P = Number(process.env.P ?? 300);
const linked = process.env.APART !== '1';
const plan = planOf({ projects: P, items: P * 100, dependencies: P * 200, people: linked ? P + 1 : P * 8, isLinked: linked });
const edited = withLongerItem(plan, Math.floor(P / 2));
const times: Record<string, number[]> = {};
const t = (name: string, f: () => any) => { const s = process.cpuUsage(); const r = f(); const d = process.cpuUsage(s); times[name] = [...(times[name] ?? []), Math.round((d.user + d.system) / 100) / 10]; return r; };
let last = new PlanAnalysis(plan, today); datesRead(last);
for (let i = 0; i < 8; i++) {
  const next = i % 2 === 0 ? edited : plan;
  const a = t('new', () => { const x = new PlanAnalysis(next, today, noPublicHolidays, last); x.schedule; return x; });
  t('edit: all read', () => datesRead(a));
  t('edit: reread', () => datesRead(a));
  last = a;
  if (i < 4) {
    const f = new PlanAnalysis(plan, today);
    const networks = t('fresh networks', () => fileNetworks(f, 'today'));
    const groups = t('connected', () => connectedFiles([...networks.values()], 'links-and-people'));
    if (i === 0) console.log(groups.length, 'parts');
    const network = t('assembled', () => groups.map((g: any) => planNetwork(g, 29500000)));
    const dates = t('passes', () => network.map((n: any) => criticalPath(n.activities)));
    const feasible = t('problem', () => network.map((n: any, i: number) => feasibleProblem(n, dates[i], last.schedule.parts[0]!.numbers.today)));
    const placement = t('placement', () => feasible.map((x: any) => serialSchedule(x.problem)));
    t('bookings', () => network.map((n: any, i: number) => bookingsOf({ network: n, dates: dates[i], feasible: feasible[i], placement: placement[i], today: 0 })));
  }
}
for (const [k, v] of Object.entries(times)) console.log(k.padEnd(20), v.join(' '));

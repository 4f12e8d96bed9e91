import { Temporal } from 'temporal-polyfill';
import { PlanAnalysis } from './src/core/analysis/planAnalysis';
import { planOf, withLongerItem } from './bench/analysis/editedPlan';
import { noPublicHolidays } from './src/core/analysis/calendar';
import { datesRead } from './bench/analysis/datesRead';
const today = new Temporal.PlainDate(2026, 6, 1);
const P = Number(process.env.P ?? 300);
const linked = process.env.APART !== '1';
const plan = planOf({ projects: P, items: P * 100, dependencies: P * 200, people: linked ? P + 1 : P * 8, isLinked: linked });
const edited = withLongerItem(plan, Math.floor(P / 2));
let last = new PlanAnalysis(plan, today); datesRead(last);
const cpu = (f: () => any) => { const s = process.cpuUsage(); f(); const d = process.cpuUsage(s); return Math.round((d.user + d.system) / 100) / 10; };
const step = (f: (a: PlanAnalysis) => any) => { last = new PlanAnalysis(last.plan === plan ? edited : plan, today, noPublicHolidays, last); return f(last); };
const rows: number[][] = [];
for (let i = 0; i < 9; i++) rows.push([
  cpu(() => datesRead(new PlanAnalysis(plan, today))),
  cpu(() => step((a) => a.schedule)),
  cpu(() => step((a) => datesRead(a, Math.floor(P / 2)))),
  cpu(() => step((a) => datesRead(a))),
  cpu(() => datesRead(last)),
]);
const med = (k: number) => rows.slice(2).map((r) => r[k]!).sort((a, b) => a - b)[3];
console.log({ P, linked, fresh: med(0), 'edit: schedule': med(1), 'edit: own project read': med(2), 'edit: all read': med(3), reread: med(4), heap: Math.round(process.memoryUsage().heapUsed / 1e6) });

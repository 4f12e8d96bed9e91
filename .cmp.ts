import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import * as newA from './src/core/analysis/planAnalysis';
import * as newP from './src/core/plan/planSet';
import * as oldA from './.old/src/core/analysis/planAnalysis';
import * as oldP from './.old/src/core/plan/planSet';
import * as newF from './src/core/analysis/forecast/planForecast';
import * as oldF from './.old/src/core/analysis/forecast/planForecast';
import { randomPlan, filesOf, plainPlan } from './test/core/analysis/schedule/randomPlans';
let tie = 0, total = 0;
function read(A: any, P: any, F: any, files: any, today: string) {
  const set = new P.PlanSet(); set.setFolders(['file:///plan']);
  for (const [n, t] of Object.entries(files)) set.setText(`file:///plan/${n}`, t);
  const [plan] = set.plans;
  const a = new A.PlanAnalysis(plan, Temporal.PlainDate.from(today));
  const out: any = {}; const soft: any = {};
  const forecast = new F.PlanForecast(a, { runs: 64 });
  for (const f of plan.files.values()) {
    for (const s of a.schedule.in(f)) {
      out[s.qualifiedId] = { start: s.start, finish: s.finish, early: s.early, late: s.late, tf: s.totalFloat, ff: s.freeFloat, critical: s.critical, point: s.point, u: s.unknown?.kind, dropped: s.dropped, planned: a.schedule.planned(s.work), dk: s.driver?.kind, allowed: a.schedule.allowedStart(s.work)?.instant,
        fc: s.kind === 'milestone' ? forecast.milestone(s.work) : [forecast.item(s.work), forecast.criticality(s.work)] };
      soft[s.qualifiedId] = { d: s.driver && [s.driver.why, s.driver.work?.id, s.driver.through?.id, s.driver.person], u: s.unknown?.why, chain: a.schedule.chain(s.work).map((c: any) => c.scheduled.qualifiedId), al: a.schedule.allowedStart(s.work)?.driver.why };
    }
    if (f.kind === 'project') out[f.uri] = forecast.project(f);
  }
  out.bookings = a.schedule.bookings.map((b: any) => [b.file.id, b.item.id, b.person, b.from, b.until, b.share, b.basis]);
  out.capacity = a.capacity.people.map((p: any) => [p.id, p.weeks.map((w: any) => [w.monday, w.demand, w.capacity])]);
  return [JSON.stringify(out), JSON.stringify(soft)];
}
for (const o of [{}, { isDated: true }, { isDated: true, isCyclic: true, isAbsurd: true }]) {
  fc.assert(fc.property(randomPlan({ ...plainPlan, ...o }), (plan) => {
    const files = filesOf(plan);
    const one = read(newA, newP, newF, files, plan.today), other = read(oldA, oldP, oldF, files, plan.today);
    total++;
    if (one[0] !== other[0]) { console.log(one[0].slice(0, 3000)); console.log(other[0].slice(0, 3000)); throw new Error('differs'); }
    if (one[1] !== other[1]) tie++;
  }), { numRuns: Number(process.env.RUNS ?? 150) });
  console.log(o, { total, tie });
}

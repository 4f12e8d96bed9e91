import type { PlanAnalysis } from '../analysis/planAnalysis';
import {
  impactFrom,
  probabilityFrom,
  RiskExposures,
  riskLevels,
  riskSeverity,
  type RiskExposure,
} from '../analysis/riskExposure';
import type { Risk } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { formatImpact } from '../plan/scalars';
import { entryFilter } from './entryFilter';
import { known } from './known';
import type { Fact, State, ViewOptions } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { projectHeading } from './projectHeading';
import type { MatrixLevel, RiskRow, RisksView } from './risksModel';
import { effortText, percentText, roundMoney, sentenceCase } from './texts';
import type { ViewSettings } from './viewSettings';

/** The risks of a project by probability and impact, the highest exposure first. */
export function risksView(analysis: PlanAnalysis, file: ProjectFile, settings: ViewSettings = {}): RisksView {
  const risks = file.root?.fields.risks?.value ?? [];
  const list = new RiskList(analysis, file, risks);
  const filter = entryFilter(settings);
  const left = filter
    ? list.rows.filter(({ risk, row }) =>
        filter({
          texts: [risk.id, row.title, row.owner, row.plan, row.response],
          people: risk.fields.owner ? [risk.fields.owner.value.id] : [],
          state: row.state.kind,
          late: row.severity === 'high' || row.unanswered,
        }),
      )
    : list.rows;
  return known({
    ...projectHeading(analysis, file),
    view: 'risks' as const,
    facts: list.facts,
    probabilities: [...riskLevels].reverse().map((level) => levelText(level, probabilityText(level))),
    impacts: riskLevels.map((level) => levelText(level, impactText(level))),
    risks: left.map(({ row }) => row),
    unplaced: unplacedText(left.map(({ row }) => row)),
    shown: filter && { count: left.length, total: risks.length },
    options: optionsOf(analysis, risks, list),
  });
}

function optionsOf({ plan }: PlanAnalysis, risks: readonly Risk[], { rows }: RiskList): ViewOptions {
  const owners = new Set(risks.flatMap(({ fields }) => fields.owner?.value.id ?? []));
  return known({
    filters: risks.length > 0 || undefined,
    owners: owners.size > 0 ? [...owners].map((value) => ({ value, title: plan.people.name(value) })) : undefined,
    atRisk: rows.some(({ row }) => row.severity === 'high' || row.unanswered) || undefined,
  });
}

function levelText(level: MatrixLevel['level'], text: string): MatrixLevel {
  return { level, text };
}

function probabilityText(level: MatrixLevel['level']): string {
  return level === 'low' ? `below ${String(probabilityFrom.medium)} %` : `from ${String(probabilityFrom[level])} %`;
}

function impactText(level: MatrixLevel['level']): string {
  const at = level === 'low' ? 'medium' : level;
  const [money, time] = [impactFrom.money[at] * 100, impactFrom.time[at] * 100];
  return `${level === 'low' ? 'below' : 'from'} ${String(money)} % of budget or ${String(time)} % of time`;
}

/** What keeps open risks out of the matrix. */
function unplacedText(rows: readonly RiskRow[]): string | undefined {
  const out = rows.filter(({ number, place }) => number !== undefined && !place);
  if (out.length === 0) return undefined;
  const what = out.length === 1 ? '1 risk is' : `${String(out.length)} risks are`;
  return `${what} not in the matrix, for want of a probability, or of an impact that can be compared`;
}

interface ListedRisk {
  readonly risk: Risk;
  readonly row: RiskRow;
}

/** The risks of a project in their order. */
class RiskList {
  readonly rows: readonly ListedRisk[];
  readonly #exposures: RiskExposures;
  readonly #open: readonly RiskExposure[];
  readonly #unanswered: number;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
    risks: readonly Risk[],
  ) {
    this.#exposures = new RiskExposures(file, {
      cost: analysis.cost(file),
      progress: analysis.progress(file),
      schedule: analysis.schedule,
    });
    const measured = risks.map((risk) => ({ risk, exposure: this.#exposures.of(risk) }));
    const open = measured
      .filter(({ risk }) => statusOf(risk) !== 'closed')
      .sort((one, other) => (other.exposure.exposure ?? -1) - (one.exposure.exposure ?? -1));
    const closed = measured.filter(({ risk }) => statusOf(risk) === 'closed');
    const highest = open[0]?.exposure.exposure ?? 0;
    this.#open = open.map(({ exposure }) => exposure);
    this.#unanswered = open.filter(({ risk }) => isUnanswered(risk)).length;
    this.rows = [
      ...open.map(({ risk, exposure }, index) => ({ risk, row: this.#row(risk, exposure, highest, index + 1) })),
      ...closed.map(({ risk, exposure }) => ({ risk, row: this.#row(risk, exposure, highest) })),
    ];
  }

  get facts(): readonly Fact[] {
    if (this.rows.length === 0) return [];
    const open: Fact = known({
      label: 'Open risks',
      value: String(this.#open.length),
      note: this.#unanswered > 0 ? `${String(this.#unanswered)} without an answer` : undefined,
      state: this.#unanswered > 0 ? ('at-risk' as const) : undefined,
    });
    return [open, this.#moneyFact(), this.#timeFact()].filter((fact) => fact !== undefined);
  }

  /** What all open risks may be expected to cost, against what is set aside for them. */
  #moneyFact(): Fact | undefined {
    const { currency, budget } = this.analysis.cost(this.file);
    const amounts = this.#open.map(({ expectedMoney }) => expectedMoney).filter((amount) => amount !== undefined);
    if (amounts.length === 0 || currency === undefined) return undefined;
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    const contingency = budget.contingency.value;
    const share = contingency !== undefined && contingency > 0 ? sum / contingency : undefined;
    return known({
      label: 'Expected cost',
      value: roundMoney(sum, currency),
      note: share === undefined ? undefined : `${percentText(share)} of the contingency`,
      state: share !== undefined && share > 1 ? ('at-risk' as const) : undefined,
      entry: share === undefined ? undefined : { uri: this.file.uri, path: ['budget', 'contingency'] },
    });
  }

  #timeFact(): Fact | undefined {
    const times = this.#open.map(({ expectedMinutes }) => expectedMinutes).filter((minutes) => minutes !== undefined);
    if (times.length === 0) return undefined;
    const sum = times.reduce((total, minutes) => total + minutes, 0);
    return { label: 'Expected time', value: this.#daysText(sum), note: 'if one follows the other' };
  }

  #row(risk: Risk, exposure: RiskExposure, highest: number, number?: number): RiskRow {
    const { owner, plan, response } = risk.fields;
    const { probabilityLevel, impactLevel } = exposure;
    const place =
      number !== undefined && probabilityLevel && impactLevel
        ? { probability: probabilityLevel, impact: impactLevel }
        : undefined;
    return known({
      entry: entryOf(risk),
      number,
      title: titleOf(risk),
      state: stateOfRisk(risk),
      probability: writtenProbability(risk),
      impacts: (risk.fields.impact?.value ?? []).map(({ value }) => formatImpact(value)),
      exposure: this.#exposureText(exposure),
      share: exposure.exposure === undefined || !(highest > 0) ? undefined : Math.min(1, exposure.exposure / highest),
      place,
      severity: place && riskSeverity(place.probability, place.impact),
      response: response && sentenceCase(response.value),
      plan: textOf(plan),
      owner: personName(this.analysis.plan, owner?.value),
      unanswered: (number !== undefined && isUnanswered(risk)) || undefined,
    });
  }

  #exposureText({ expectedMoney, expectedMinutes }: RiskExposure): string | undefined {
    const { currency } = this.analysis.cost(this.file);
    const parts = [
      expectedMoney !== undefined && currency !== undefined && roundMoney(expectedMoney, currency),
      expectedMinutes !== undefined && this.#daysText(expectedMinutes),
    ];
    return parts.filter((part) => typeof part === 'string').join(', ') || undefined;
  }

  #daysText(minutes: number): string {
    const { minutesPerDay } = this.analysis.progress(this.file).calendar;
    return effortText(minutes / minutesPerDay, minutesPerDay);
  }
}

function statusOf(risk: Risk): 'open' | 'occurred' | 'closed' {
  return risk.fields.status?.value ?? 'open';
}

function stateOfRisk(risk: Risk): State {
  const status = statusOf(risk);
  if (status === 'closed') return { kind: 'done', text: 'Closed' };
  if (status === 'occurred') return { kind: 'off-track', text: 'Occurred' };
  return isUnanswered(risk) ? { kind: 'at-risk', text: 'No answer yet' } : { kind: 'todo', text: 'Open' };
}

function isUnanswered({ fields: { response, plan, owner, status } }: Risk): boolean {
  return (status?.value ?? 'open') === 'open' && !response && !plan && !owner;
}

function writtenProbability({ fields: { probability } }: Risk): string | undefined {
  if (!probability) return undefined;
  const { percent, level } = probability.value;
  const text = percentText(percent / 100);
  return level ? `${sentenceCase(level)}, ${text}` : text;
}

import type { CurrencyClash } from '../analysis/cost/writtenAmount';
import type { ProjectCost } from '../analysis/cost/projectCost';
import type { Project } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { counted, listed, named } from './links/naming';
import { nodeAt, states } from './links/written';
import { resolved } from '../syntax/tree';
import { isClosed } from './schedule/workState';
import { defineRule, type Report } from './rule';
import { BrokenText } from './structure/brokenText';
import { TreeAnswers } from './structure/treeAnswers';

/** More places than these nobody follows. */
const mostRelated = 50;

export default defineRule({
  id: 'mixed-currencies',
  group: 'people-and-money',
  severity: 'warning',
  // The rates of people may stand in any file.
  wholePlan: true,
  docs: {
    summary: 'Amounts of one budget in several currencies, without an exchange rate between them.',
    why: 'Euros and dollars cannot be added, so what the project costs, and whether the money will do, stay unknown until the plan says what one is worth in the other. A rate under `exchange_rates` is an assumption that everybody can see, and it does not change from day to day.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
budget:
  lines:
    development: { title: Development, planned: 70000 EUR }
    licences: { title: Licences, planned: 12000 USD }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
budget:
  lines:
    development: { title: Development, planned: 70000 EUR }
    licences: { title: Licences, planned: 12000 USD }
  exchange_rates: { USD: 0.92 }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, analysis, report }) {
    if (file.kind !== 'project' || !file.root || isClosed(file) || areRatesUnclear(file)) return;
    const [first, ...others] = clashesThatCount(analysis.cost(file));
    if (first) report(reportOf(file, file.root, [first, ...others]));
  },
});

/**
 * The amounts that cannot be added to the others. Rates of people count where the cost of the project goes by them, and
 * it states amounts of its own.
 */
function clashesThatCount(cost: ProjectCost): readonly CurrencyClash[] {
  // Whether it goes by rates takes the costs of all items to know.
  if (cost.clashes.length === 0) return [];
  const goesByRates = [cost.bac, cost.actualCost].some(({ unknown }) => unknown?.clash?.amount.source === 'rate');
  return cost.clashes.filter(({ amount, base }) => amount.source !== 'rate' || (goesByRates && base.source !== 'rate'));
}

function reportOf(
  { uri }: ProjectFile,
  project: Project,
  clashes: readonly [CurrencyClash, ...CurrencyClash[]],
): Report<null> {
  const [{ amount, base }, ...others] = clashes;
  const currencies = [...new Set(clashes.map((clash) => clash.amount.currency))];
  const more = others.length > 0 ? `, and ${counted(others.length, 'more amount')}` : '';
  const rates = listed(currencies.map((currency) => `1 ${currency}`));
  const message = `${named(project)} has amounts in ${listed([base.currency, ...currencies])}, which cannot be added (${base.text} and ${amount.text}${more}): say under \`exchange_rates\` of its budget what ${rates} ${currencies.length > 1 ? 'are' : 'is'} worth in ${base.currency}.`;
  // The rate of somebody may stand in a file of the whole plan, where nothing is wrong with it.
  const isHere = amount.at.piece.uri === uri;
  const [at, other] = isHere ? [amount.at, base] : [base.at, amount];
  const places = [other, ...others.map((clash) => clash.amount)].slice(0, mostRelated);
  return { at, message, related: places.map((place) => ({ at: place.at, message: `${place.text}.` })) };
}

const written = new TreeAnswers<number>();

/** How many rates stand in the file, those included that cannot be read. */
function writtenRates(file: ProjectFile): number {
  return written.of(file.document, '', () => {
    const node = resolved(nodeAt(file, ['budget', 'exchange_rates']));
    return node?.kind === 'map' ? node.members.length : 0;
  });
}

/** Whether part of the rates could not be read: a currency that seems to have none may have one. */
function areRatesUnclear(file: ProjectFile): boolean {
  const rates = file.root?.fields.budget?.value.fields.exchange_rates?.value;
  if (!rates) return states(file, ['budget'], 'budget', 'exchange_rates') || new BrokenText(file.document).any;
  return (
    rates.length < writtenRates(file) || rates.some(({ value = 0 }) => value <= 0) || new BrokenText(file.document).any
  );
}

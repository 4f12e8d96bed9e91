/** `npm run bench -- SUITE [MEASURE…]`: prints a table for each measure of a suite, or for those that are named. */
import { analysis } from './analysis/measures';
import { timings, type Measure } from './measure';
import { tableOf } from './table';

type Suite = Readonly<Record<string, () => Measure | Promise<Measure>>>;

const suites: Readonly<Record<string, Suite>> = { analysis };

async function main([suiteName = '', ...wanted]: readonly string[]): Promise<number> {
  const suite = suites[suiteName];
  const unknown = wanted.filter((name) => suite && !(name in suite));
  if (!suite || unknown.length > 0) {
    const choices = Object.keys(suite ?? suites).join(', ');
    console.error(`There is no ${unknown[0] ?? `suite "${suiteName}"`}. Choose from: ${choices}.`);
    return 2;
  }
  for (const [name, make] of Object.entries(suite)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const measure = await make();
    console.log(tableOf(measure.title, timings(measure)));
  }
  return 0;
}

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});

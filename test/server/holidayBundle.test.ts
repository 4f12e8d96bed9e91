import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import esbuild from 'esbuild';
import { bundles } from '../../scripts/bundles.mjs';
import type { PublicHolidays } from '../../src/core/analysis/calendar';
import { publicHolidays } from '../../src/server/publicHolidays';

interface Exports {
  readonly publicHolidays: PublicHolidays;
}

/** The text of the bundle that ships. */
async function holidayBundle(): Promise<string> {
  const options = bundles({ production: true, quiet: true }).find(
    ({ entryPoints }) => JSON.stringify(entryPoints) === '{"publicHolidays":"src/server/publicHolidays.ts"}',
  );
  assert.ok(options, 'There is no bundle of the public holidays');
  const { outputFiles } = await esbuild.build({ ...options, write: false });
  return outputFiles[0]?.text ?? '';
}

/** What workers and Node have in common. */
function realm(more: object = {}): object {
  return createContext({ console, setTimeout, clearTimeout, ...more });
}

/** Dates of another realm as text: arrays of two realms are never equal. */
function texts(holidays: PublicHolidays, country: string, region?: string): string {
  return holidays(country, region, 2026)
    .map((date) => date.toString())
    .join(' ');
}

describe('the bundle of public holidays', () => {
  let bundle: string;
  before(async () => (bundle = await holidayBundle()));

  const answersAlike = (holidays: PublicHolidays): void => {
    for (const [country, region] of [['DE', 'BY'], ['US'], ['IL'], ['JP'], ['CN'], ['ZZ']] as const) {
      assert.deepEqual(texts(holidays, country, region), texts(publicHolidays, country, region), country);
    }
  };

  it('is a script that a web worker imports, with nothing of Node', () => {
    const worker = realm() as { throughlinePublicHolidays?: Exports };
    runInContext(bundle, worker);
    assert.ok(worker.throughlinePublicHolidays);
    answersAlike(worker.throughlinePublicHolidays.publicHolidays);
  });

  it('is a module that Node requires', () => {
    const module = { exports: {} as Exports };
    runInContext(bundle, realm({ module }));
    answersAlike(module.exports.publicHolidays);
  });

  it('is all that the bundles for Node load from beside them', async () => {
    const forNode = bundles({ production: true, quiet: true }).filter(({ entryPoints }) =>
      /src\/(cli\/main|server\/node)\.ts/.test(JSON.stringify(entryPoints)),
    );
    assert.equal(forNode.length, 2);
    for (const options of forNode) {
      const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
      const beside = Object.values(metafile.outputs)
        .flatMap(({ imports }) => imports)
        .filter(({ path, external }) => external === true && path.startsWith('.'));
      assert.deepEqual([...new Set(beside.map(({ path }) => path))], ['./publicHolidays']);
    }
  });

  it('takes nothing of the language server along, and stands in no other bundle', async () => {
    for (const options of bundles({ production: true, quiet: true })) {
      const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
      const inputs = Object.keys(metafile.inputs);
      const isOwn = JSON.stringify(options.entryPoints).includes('publicHolidays');
      assert.equal(
        inputs.some((path) => path.includes('node_modules/date-holidays/')),
        isOwn,
        JSON.stringify(options.entryPoints),
      );
      if (isOwn)
        assert.deepEqual(
          inputs.filter((path) => path.includes('vscode-languageserver')),
          [],
        );
    }
  });
});

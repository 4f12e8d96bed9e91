// Of what a rule says about itself only the summary is ever shown by the language server: the rest is read on its page
// and by the command line.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** What the language server never shows (a test holds it to that). */
export const unshown = ['why', 'bad', 'good'];

/**
 * @param {string} source of a rule
 * @returns {string} the same without the texts that are not shown
 */
export function withSummaryOnly(source) {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  /** @type {ts.Node[]} */
  const texts = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const isDocs = ts.isPropertyAssignment(node) && node.name.getText() === 'docs';
    if (isDocs && ts.isObjectLiteralExpression(node.initializer)) {
      texts.push(...node.initializer.properties.filter(({ name }) => unshown.includes(name?.getText() ?? '')));
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return texts.reduceRight(
    (text, node) => text.slice(0, node.getStart()) + text.slice(text.indexOf(',', node.end) + 1),
    source,
  );
}

/** @returns {import('esbuild').Plugin} */
export function ruleSummaries() {
  return {
    name: 'rule-summaries',
    setup(build) {
      build.onLoad({ namespace: 'file', filter: /[\\/]src[\\/]core[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
        contents: withSummaryOnly(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

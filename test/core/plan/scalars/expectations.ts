/** Assertions that the tests of the scalars share. */
import assert from 'node:assert/strict';
import type { Parsed, ScalarProblem } from '../../../../src/core/plan/scalars/index';

/** The value of a text that has to parse. */
export function valueOf<T>(result: Parsed<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problem.message);
  return result.value;
}

/** The problem of a text that must not parse. */
export function problemOf<T>(result: Parsed<T>): ScalarProblem {
  assert.ok(!result.ok, 'expected a problem');
  return result.problem;
}

/** The suggestions that go with a refusal; none is an empty list. */
export function suggestionsOf<T>(result: Parsed<T>): readonly string[] {
  return problemOf(result).suggestions ?? [];
}

/** The part of the text that the problem points at, or all of it. */
export function blamed<T>(text: string, result: Parsed<T>): string {
  const span = problemOf(result).span;
  return span ? text.slice(span.start, span.end) : text;
}

/** One test for each text: what it is rewritten to. */
export function itSuggests<T>(
  parse: (text: string) => Parsed<T>,
  cases: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [text, suggestions] of Object.entries(cases)) {
    const meant = suggestions.length === 0 ? 'nothing' : suggestions.join(' or ');
    it(`for ${JSON.stringify(text)}, suggests ${meant}`, () => {
      assert.deepEqual(suggestionsOf(parse(text)), suggestions);
    });
  }
}

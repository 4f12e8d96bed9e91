// What of the language server is loaded when it is first used. What stands nowhere here is loaded at the start: the
// protocol, the syntax, the plan and its analysis.

/** @param {string[]} names */
const features = (...names) => names.map((name) => `src/core/features/${name}.ts`);

/**
 * The modules of each part, through which it is called. A part has all that only it needs.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const serverParts = {
  // With the first file that is read, or plan that is checked.
  checks: ['src/core/rules/checkPlan.ts', 'src/core/rules/checking/readNodes.ts'],
  // With the first question that somebody asks in an editor.
  features: [
    ...features('callHierarchy', 'codeActions', 'completion', 'definition', 'documentHighlights', 'documentLinks'),
    ...features('documentSymbols', 'entries', 'entryCard', 'foldingRanges', 'hover', 'implementation', 'linkChoices'),
    ...features('onTypeFormatting', 'references', 'rename', 'selectionRanges', 'semanticTokens', 'workspaceEdits'),
    ...features('workspaceSymbols', 'codeLens/codeLenses', 'codeLens/resolvedLens', 'inlayHints/inlayHints'),
    ...features('inlayHints/forecastHints', 'moves/plannedMove', 'refactorings/addDependency'),
    ...features('refactorings/dependencyCandidates', 'refactorings/refactorActions', 'additions/choices'),
    ...features('additions/itemHomes', 'additions/newEntry', 'additions/newPlanFile', 'additions/starter'),
    'src/core/schema/texts.ts',
  ],
  // With the first preview, tree or export.
  views: [
    'src/core/views/index.ts',
    'src/core/views/planSummary.ts',
    'src/core/views/planTree/levels.ts',
    'src/core/exports/exportText.ts',
  ],
  // With the first forecast that is shown.
  forecasts: ['src/core/analysis/forecast/simulationOf.ts'],
  // With the first text that is no YAML, for what of it can be read.
  recovery: ['src/core/syntax/fromYaml.ts', 'src/core/rules/structure/words.ts'],
  // With the first settings that leave files out.
  globs: ['src/core/plan/globs.ts'],
};

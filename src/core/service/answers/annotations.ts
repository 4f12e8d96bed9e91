import type { CodeLens, InlayHint, Range } from 'vscode-languageserver-types';
import type { Forecasted } from '../../analysis/forecast/planTargets';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { codeLenses, type CodeLensSettings, type LensTarget } from '../../features/codeLens/codeLenses';
import { resolvedLens, type ResolvedLens } from '../../features/codeLens/resolvedLens';
import { openDeadlines } from '../../features/inlayHints/forecastHints';
import { inlayHints, type InlayHintSettings } from '../../features/inlayHints/inlayHints';
import type { Forecasts } from '../forecasts';
import { spanIn, type Asked } from './asked';

/** Answers with what stands beside the text of a file: lenses above its entries, and hints between its words. */
export function annotationAnswers(asked: Asked, forecasts: Forecasts) {
  const analysisOf = (uri: string): PlanAnalysis | undefined => asked(uri, ({ analysis }) => analysis);

  function prepare(uri: string, things: readonly Forecasted[], isWanted: () => boolean): Promise<boolean> {
    const analysis = analysisOf(uri);
    if (!analysis || things.length === 0) return Promise.resolve(false);
    return forecasts.prepare(analysis, things, () => isWanted() && analysisOf(uri) === analysis);
  }

  return {
    /** Without their texts, which {@link resolveCodeLens} gives. */
    codeLenses(uri: string, settings: CodeLensSettings): readonly CodeLens[] {
      return asked(uri, (state) => codeLenses(state, uri, settings)) ?? [];
    },

    /**
     * What a lens says and opens; undefined where what it was above is gone. That of a project waits for its forecast,
     * which is worked out bit by bit.
     *
     * @param isWanted asked while it waits; once it says no, the forecast is left as it is
     */
    async resolveCodeLens(target: LensTarget, isWanted: () => boolean): Promise<ResolvedLens | undefined> {
      const project = asked(target.uri, ({ plan }) => plan.files.get(target.uri));
      if (target.kind === 'project' && project?.kind === 'project') await prepare(target.uri, [project], isWanted);
      return asked(target.uri, (state) => resolvedLens(state, target));
    },

    inlayHints(uri: string, range: Range, settings: InlayHintSettings): readonly InlayHint[] {
      const hints = asked(uri, (state, source) =>
        inlayHints(state, uri, spanIn(source, range), settings, (thing) => forecasts.of(state.analysis, thing)),
      );
      return hints ?? [];
    },

    /**
     * Works out, bit by bit, the forecasts that the hints of a range want and do not have.
     *
     * @param isWanted asked again and again; once it says no, nothing more is done, nor after a change of the plan
     * @returns whether the hints are others now
     */
    async prepareInlayHints(uri: string, range: Range, isWanted: () => boolean): Promise<boolean> {
      const deadlines = asked(uri, ({ plan }, source) => {
        const file = plan.files.get(uri);
        return file && openDeadlines(file, spanIn(source, range));
      });
      return prepare(uri, deadlines?.map(({ thing }) => thing) ?? [], isWanted);
    },
  };
}

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

    /** What a lens says and opens; undefined where what it was above is gone. Nothing is simulated for it. */
    resolveCodeLens(target: LensTarget): ResolvedLens | undefined {
      return asked(target.uri, (state) => resolvedLens(state, target, (thing) => forecasts.of(state.analysis, thing)));
    },

    /**
     * Works out, bit by bit, the forecast that a lens wants and does not have.
     *
     * @param isWanted asked again and again; once it says no, nothing more is done, nor after a change of the plan
     * @returns whether the lens is another one now
     */
    async prepareCodeLens({ uri, kind }: LensTarget, isWanted: () => boolean): Promise<boolean> {
      const file = kind === 'project' ? asked(uri, ({ plan }) => plan.files.get(uri)) : undefined;
      return prepare(uri, file?.kind === 'project' ? [file] : [], isWanted);
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
     * @param isWanted as of `prepareCodeLens`
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

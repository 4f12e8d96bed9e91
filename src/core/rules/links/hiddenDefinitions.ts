import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { isAbsent, resolved } from '../../syntax/tree';
import { sectionOf } from './definitionFixes';
import { nodeAt } from './written';

/** What may well be defined in text that cannot be read: it has a finding of its own. */
export interface HiddenDefinitions {
  hides(reference: Reference): boolean;
}

/** By the analysis, which is another one for each version of a plan. */
const known = new WeakMap<PlanAnalysis, HiddenDefinitions>();

/** The definitions that a plan may have in lines that are broken, and in sections that are lists or texts. */
export function hiddenDefinitions(analysis: PlanAnalysis): HiddenDefinitions {
  const found = known.get(analysis) ?? read(analysis.plan);
  known.set(analysis, found);
  return found;
}

function read(plan: Plan): HiddenDefinitions {
  const files = [...plan.files.values()];
  const words = new Set(files.flatMap(brokenWords));
  const sections = new Map<string, boolean>();
  const isBroken = (section: string): boolean => {
    const broken = sections.get(section) ?? files.some((file) => isNoMap(file, section));
    sections.set(section, broken);
    return broken;
  };
  return {
    hides: ({ to, id }) => {
      const section = sectionOf(to);
      return section !== undefined && (words.has(id) || isBroken(section));
    },
  };
}

/** The words that broken lines begin with: a half-typed entry begins with its id. */
function brokenWords({ document: { problems, source } }: PlanFile): readonly string[] {
  return problems.flatMap(({ at }) => /^["']?([\p{L}\d](?:[-_.]?[\p{L}\d])*)/u.exec(source.textOf(at))?.[1] ?? []);
}

function isNoMap(file: PlanFile, section: string): boolean {
  const node = resolved(nodeAt(file, [section]));
  return node !== undefined && node.kind !== 'map' && !isAbsent(node);
}

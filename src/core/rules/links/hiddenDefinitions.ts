import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { isAbsent, resolved } from '../../syntax/tree';
import { TreeAnswers } from '../structure/treeAnswers';
import { sectionOf } from './definitionFixes';
import { nodeAt } from './written';

/** What may well be defined in text that cannot be read: it has a finding of its own. */
export interface HiddenDefinitions {
  hides(reference: Reference): boolean;
}

/** By the analysis, which is another one for each version of a plan. */
const known = new WeakMap<PlanAnalysis, HiddenDefinitions>();

/**
 * The definitions that a plan may have in lines that are broken, in sections that are lists or texts, and in files that
 * give none because they are of another kind than their name says.
 */
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
  const ofOtherKind = files.filter(({ wrongKind }) => wrongKind !== undefined);
  return {
    hides: ({ to, id, file: qualifier }) => {
      const section = sectionOf(to);
      if (section === undefined) return false;
      if (words.has(id) || isBroken(section)) return true;
      return ofOtherKind.some((file) => (qualifier === undefined ? isIn(file, section, id) : file.id === qualifier));
    },
  };
}

function isIn(file: PlanFile, section: string, id: string): boolean {
  return nodeAt(file, [section, id]) !== undefined;
}

/** The words that broken lines begin with: a half-typed entry begins with its id. */
function brokenWords({ document: { problems, source } }: PlanFile): readonly string[] {
  return problems.flatMap(({ at }) => /^["']?([\p{L}\d](?:[-_.]?[\p{L}\d])*)/u.exec(source.textOf(at))?.[1] ?? []);
}

function isNoMap(file: PlanFile, section: string): boolean {
  // Most files have no such section, which is known without a look at their nodes.
  if (file.root && !file.referencesOf.has(section)) return false;
  return broken.of(file.document, section, () => {
    const node = resolved(nodeAt(file, [section]));
    return node !== undefined && node.kind !== 'map' && !isAbsent(node);
  });
}

const broken = new TreeAnswers<boolean>();

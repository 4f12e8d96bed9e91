import ambiguousReference from './ambiguous-reference';
import dependencyCycle from './dependency-cycle';
import droppedDependency from './dropped-dependency';
import duplicateId from './duplicate-id';
import endBeforeStart from './end-before-start';
import featureWithoutGoal from './feature-without-goal';
import goalCycle from './goal-cycle';
import inactiveGoal from './inactive-goal';
import invalidValue from './invalid-value';
import missingGoal from './missing-goal';
import missingOwner from './missing-owner';
import missingProperty from './missing-property';
import outsideParentDates from './outside-parent-dates';
import outsideProjectDates from './outside-project-dates';
import roleMismatch from './role-mismatch';
import type { Rule } from './rule';
import suppressionWithoutReason from './suppression-without-reason';
import syntax from './syntax';
import textCutByComment from './text-cut-by-comment';
import unknownProperty from './unknown-property';
import unknownReference from './unknown-reference';
import unknownRole from './unknown-role';
import unusedSuppression from './unused-suppression';
import wrongFileKind from './wrong-file-kind';
import wrongType from './wrong-type';
/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // Structure
  syntax,
  unknownProperty,
  missingProperty,
  wrongType,
  invalidValue,
  wrongFileKind,
  duplicateId,
  textCutByComment,
  unusedSuppression,
  suppressionWithoutReason,
  // Lineage
  missingGoal,
  featureWithoutGoal,
  inactiveGoal,
  // References
  unknownReference,
  ambiguousReference,
  dependencyCycle,
  goalCycle,
  droppedDependency,
  // Ownership
  missingOwner,
  unknownRole,
  roleMismatch,
  // Schedule
  endBeforeStart,
  outsideProjectDates,
  outsideParentDates,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined where there is none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

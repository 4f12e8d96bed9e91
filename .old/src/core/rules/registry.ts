import ambiguousReference from './ambiguous-reference';
import assignedWhileAway from './assigned-while-away';
import budgetMismatch from './budget-mismatch';
import conflictingAccountability from './conflicting-accountability';
import dependencyCycle from './dependency-cycle';
import droppedDependency from './dropped-dependency';
import duplicateId from './duplicate-id';
import endBeforeStart from './end-before-start';
import featureWithoutGoal from './feature-without-goal';
import featureWithoutWork from './feature-without-work';
import goalCycle from './goal-cycle';
import goalWithoutMeasure from './goal-without-measure';
import goalWithoutWork from './goal-without-work';
import healthMismatch from './health-mismatch';
import horizonMismatch from './horizon-mismatch';
import inactiveGoal from './inactive-goal';
import invalidValue from './invalid-value';
import keyResultUnmeasurable from './key-result-unmeasurable';
import lateForGoal from './late-for-goal';
import lateForRelease from './late-for-release';
import latePredecessor from './late-predecessor';
import missedDeadline from './missed-deadline';
import missingEstimate from './missing-estimate';
import missingGoal from './missing-goal';
import missingOwner from './missing-owner';
import missingProperty from './missing-property';
import mixedCurrencies from './mixed-currencies';
import nonWorkingDay from './non-working-day';
import notOnTeam from './not-on-team';
import notStarted from './not-started';
import openWorkAtClosure from './open-work-at-closure';
import outOfScope from './out-of-scope';
import outsideParentDates from './outside-parent-dates';
import outsideProjectDates from './outside-project-dates';
import overAllocated from './over-allocated';
import overBudget from './over-budget';
import overdue from './overdue';
import overdueIssue from './overdue-issue';
import priorityInversion from './priority-inversion';
import redundantDependency from './redundant-dependency';
import releaseNotReady from './release-not-ready';
import retiredProductWork from './retired-product-work';
import roleMismatch from './role-mismatch';
import type { Rule } from './rule';
import staleStatus from './stale-status';
import startedTooEarly from './started-too-early';
import startsBeforeDependency from './starts-before-dependency';
import statusMismatch from './status-mismatch';
import suppressionWithoutReason from './suppression-without-reason';
import syntax from './syntax';
import textCutByComment from './text-cut-by-comment';
import unansweredRisk from './unanswered-risk';
import unknownProperty from './unknown-property';
import unknownReference from './unknown-reference';
import unknownRole from './unknown-role';
import unownedResponsibility from './unowned-responsibility';
import unschedulable from './unschedulable';
import unscheduledPriority from './unscheduled-priority';
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
  goalWithoutWork,
  featureWithoutWork,
  goalWithoutMeasure,
  keyResultUnmeasurable,
  // References
  unknownReference,
  ambiguousReference,
  dependencyCycle,
  goalCycle,
  redundantDependency,
  droppedDependency,
  // Ownership
  missingOwner,
  unknownRole,
  roleMismatch,
  conflictingAccountability,
  unownedResponsibility,
  // Schedule
  endBeforeStart,
  startsBeforeDependency,
  outsideProjectDates,
  outsideParentDates,
  overdue,
  startedTooEarly,
  missedDeadline,
  lateForRelease,
  lateForGoal,
  notStarted,
  statusMismatch,
  nonWorkingDay,
  unschedulable,
  latePredecessor,
  // People and money
  overAllocated,
  assignedWhileAway,
  notOnTeam,
  overBudget,
  budgetMismatch,
  mixedCurrencies,
  missingEstimate,
  // Priority and scope
  priorityInversion,
  unscheduledPriority,
  horizonMismatch,
  outOfScope,
  // Communication, risk, release, closure
  staleStatus,
  healthMismatch,
  unansweredRisk,
  overdueIssue,
  releaseNotReady,
  openWorkAtClosure,
  retiredProductWork,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined where there is none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

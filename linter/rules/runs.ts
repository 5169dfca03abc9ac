import type { Rule } from '../core/rule.ts';
import assuranceReached from './assurance-reached.ts';
import closingOverdue from './closing-overdue.ts';
import datesInOrder from './dates-in-order.ts';
import evidenceExists from './evidence-exists.ts';
import evidenceGiven from './evidence-given.ts';
import itemAnswered from './item-answered.ts';
import itemApplies from './item-applies.ts';
import kindsAnswered from './kinds-answered.ts';
import kindsKept from './kinds-kept.ts';
import knownChecklist from './known-checklist.ts';
import knownCustomer from './known-customer.ts';
import knownItem from './known-item.ts';
import knownPerson from './known-person.ts';
import knownRelease from './known-release.ts';
import modelineFits from './modeline-fits.ts';
import naAllowed from './na-allowed.ts';
import naExplained from './na-explained.ts';
import noPlaceholder from './no-placeholder.ts';
import noRubberStamp from './no-rubber-stamp.ts';
import noSecret from './no-secret.ts';
import notInFuture from './not-in-future.ts';
import policyUnchanged from './policy-unchanged.ts';
import reasonGiven from './reason-given.ts';
import releaseAllowed from './release-allowed.ts';
import rightRole from './right-role.ts';
import runBehind from './run-behind.ts';
import signoffFresh from './signoff-fresh.ts';
import signoffInOrder from './signoff-in-order.ts';
import signoffIndependent from './signoff-independent.ts';
import signoffPresent from './signoff-present.ts';
import stateInOrder from './state-in-order.ts';
import waiverComplete from './waiver-complete.ts';
import waiverCurrent from './waiver-current.ts';
import waiverSettled from './waiver-settled.ts';
import watchEnded from './watch-ended.ts';

/** What a run is judged by, and the text of each file, in the order in which a person would look: the run, its answers, its people, its signatures. A lint of runs loads no other rules. */
export const runRules = [
  knownChecklist,
  knownRelease,
  releaseAllowed,
  runBehind,
  knownCustomer,
  kindsAnswered,
  knownItem,
  itemAnswered,
  itemApplies,
  evidenceGiven,
  evidenceExists,
  naAllowed,
  naExplained,
  waiverComplete,
  waiverCurrent,
  waiverSettled,
  knownPerson,
  rightRole,
  datesInOrder,
  notInFuture,
  noPlaceholder,
  noSecret,
  modelineFits,
  noRubberStamp,
  stateInOrder,
  reasonGiven,
  policyUnchanged,
  kindsKept,
  closingOverdue,
  watchEnded,
  signoffPresent,
  signoffInOrder,
  signoffIndependent,
  signoffFresh,
  assuranceReached,
] as unknown as readonly Rule[];

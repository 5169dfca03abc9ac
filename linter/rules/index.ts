import type { Rule } from '../core/rule.ts';
import changeExplained from './change-explained.ts';
import closingOverdue from './closing-overdue.ts';
import datesInOrder from './dates-in-order.ts';
import evidenceExists from './evidence-exists.ts';
import evidenceGiven from './evidence-given.ts';
import itemAnswered from './item-answered.ts';
import itemApplies from './item-applies.ts';
import kindsAnswered from './kinds-answered.ts';
import knownChecklist from './known-checklist.ts';
import knownCustomer from './known-customer.ts';
import knownItem from './known-item.ts';
import knownKind from './known-kind.ts';
import knownPerson from './known-person.ts';
import knownPlaybook from './known-playbook.ts';
import knownRelease from './known-release.ts';
import knownZone from './known-zone.ts';
import naAllowed from './na-allowed.ts';
import naExplained from './na-explained.ts';
import noPlaceholder from './no-placeholder.ts';
import noRubberStamp from './no-rubber-stamp.ts';
import noSecret from './no-secret.ts';
import notInFuture from './not-in-future.ts';
import releaseAllowed from './release-allowed.ts';
import releaseFrozen from './release-frozen.ts';
import releaseKept from './release-kept.ts';
import rightRole from './right-role.ts';
import runBehind from './run-behind.ts';
import runKept from './run-kept.ts';
import signoffFresh from './signoff-fresh.ts';
import signoffInOrder from './signoff-in-order.ts';
import signoffIndependent from './signoff-independent.ts';
import signoffPresent from './signoff-present.ts';
import supportSigns from './support-signs.ts';
import uniqueItemIds from './unique-item-ids.ts';
import uniqueRecordIds from './unique-record-ids.ts';
import waiverComplete from './waiver-complete.ts';
import waiverCurrent from './waiver-current.ts';
import waiverSettled from './waiver-settled.ts';

/** Every rule, in the order in which a person would look: the run, its answers, its people, its signatures; then lists and the library. */
export const rules = [
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
  noRubberStamp,
  closingOverdue,
  signoffPresent,
  signoffInOrder,
  signoffIndependent,
  signoffFresh,
  runKept,
  releaseKept,
  uniqueRecordIds,
  knownZone,
  uniqueItemIds,
  changeExplained,
  supportSigns,
  knownKind,
  knownPlaybook,
  releaseFrozen,
] as unknown as readonly Rule[];

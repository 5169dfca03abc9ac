import type { Rule } from '../core/rule.ts';
import assuranceReached from './assurance-reached.ts';
import changeExplained from './change-explained.ts';
import changeStated from './change-stated.ts';
import closingOverdue from './closing-overdue.ts';
import contentOnly from './content-only.ts';
import datesInOrder from './dates-in-order.ts';
import evidenceExists from './evidence-exists.ts';
import evidenceGiven from './evidence-given.ts';
import headingOrder from './heading-order.ts';
import idsNotReused from './ids-not-reused.ts';
import imageDescribed from './image-described.ts';
import itemAnswered from './item-answered.ts';
import itemApplies from './item-applies.ts';
import itemVerifiable from './item-verifiable.ts';
import kindsAnswered from './kinds-answered.ts';
import knownChecklist from './known-checklist.ts';
import knownComponent from './known-component.ts';
import knownCustomer from './known-customer.ts';
import knownItem from './known-item.ts';
import knownKind from './known-kind.ts';
import knownLink from './known-link.ts';
import knownPerson from './known-person.ts';
import knownPlaybook from './known-playbook.ts';
import knownProcess from './known-process.ts';
import knownRelease from './known-release.ts';
import knownZone from './known-zone.ts';
import modelineFits from './modeline-fits.ts';
import moreThanOneWalker from './more-than-one-walker.ts';
import mustItemsFew from './must-items-few.ts';
import naAllowed from './na-allowed.ts';
import naExplained from './na-explained.ts';
import namedById from './named-by-id.ts';
import namesNobody from './names-nobody.ts';
import nextUpdateGiven from './next-update-given.ts';
import noPlaceholder from './no-placeholder.ts';
import noRubberStamp from './no-rubber-stamp.ts';
import noSecret from './no-secret.ts';
import notInFuture from './not-in-future.ts';
import openRunsAffected from './open-runs-affected.ts';
import pageSections from './page-sections.ts';
import phraseExamples from './phrase-examples.ts';
import phraseReadable from './phrase-readable.ts';
import policyUnchanged from './policy-unchanged.ts';
import processDocumented from './process-documented.ts';
import reachableCondition from './reachable-condition.ts';
import reasonGiven from './reason-given.ts';
import releaseAllowed from './release-allowed.ts';
import releaseFrozen from './release-frozen.ts';
import releaseKept from './release-kept.ts';
import retiredNotDeleted from './retired-not-deleted.ts';
import reviewCurrent from './review-current.ts';
import rightRole from './right-role.ts';
import runBehind from './run-behind.ts';
import runKept from './run-kept.ts';
import safeLink from './safe-link.ts';
import signoffFresh from './signoff-fresh.ts';
import signoffInOrder from './signoff-in-order.ts';
import signoffIndependent from './signoff-independent.ts';
import signoffPresent from './signoff-present.ts';
import slotsDefined from './slots-defined.ts';
import stateInOrder from './state-in-order.ts';
import supportSigns from './support-signs.ts';
import uniqueItemIds from './unique-item-ids.ts';
import uniquePsaNumbers from './unique-psa-numbers.ts';
import uniqueRecordIds from './unique-record-ids.ts';
import updateExplained from './update-explained.ts';
import versionBumped from './version-bumped.ts';
import waiverComplete from './waiver-complete.ts';
import waiverCurrent from './waiver-current.ts';
import waiverSettled from './waiver-settled.ts';
import walkthroughFresh from './walkthrough-fresh.ts';
import walkthroughTold from './walkthrough-told.ts';
import watchEnded from './watch-ended.ts';

/** Every rule, in the order in which a person would look: the run, its answers, its people, its signatures; then lists, pages and the library. */
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
  modelineFits,
  noRubberStamp,
  stateInOrder,
  reasonGiven,
  policyUnchanged,
  closingOverdue,
  watchEnded,
  signoffPresent,
  signoffInOrder,
  signoffIndependent,
  signoffFresh,
  assuranceReached,
  runKept,
  releaseKept,
  uniquePsaNumbers,
  uniqueRecordIds,
  knownZone,
  uniqueItemIds,
  changeExplained,
  supportSigns,
  knownKind,
  knownPlaybook,
  releaseFrozen,
  idsNotReused,
  retiredNotDeleted,
  versionBumped,
  openRunsAffected,
  itemVerifiable,
  mustItemsFew,
  reachableCondition,
  contentOnly,
  knownComponent,
  safeLink,
  knownLink,
  pageSections,
  headingOrder,
  imageDescribed,
  namesNobody,
  changeStated,
  reviewCurrent,
  namedById,
  slotsDefined,
  nextUpdateGiven,
  updateExplained,
  phraseReadable,
  phraseExamples,
  knownProcess,
  walkthroughTold,
  processDocumented,
  walkthroughFresh,
  moreThanOneWalker,
] as unknown as readonly Rule[];

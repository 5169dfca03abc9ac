import type { Rule } from '../core/rule.ts';
import changeExplained from './change-explained.ts';
import changeStated from './change-stated.ts';
import contentOnly from './content-only.ts';
import headingOrder from './heading-order.ts';
import idsNotReused from './ids-not-reused.ts';
import imageDescribed from './image-described.ts';
import itemVerifiable from './item-verifiable.ts';
import knownComponent from './known-component.ts';
import knownKind from './known-kind.ts';
import knownLink from './known-link.ts';
import knownPlaybook from './known-playbook.ts';
import knownProcess from './known-process.ts';
import knownZone from './known-zone.ts';
import moreThanOneWalker from './more-than-one-walker.ts';
import mustItemsFew from './must-items-few.ts';
import namedById from './named-by-id.ts';
import namesNobody from './names-nobody.ts';
import nextUpdateGiven from './next-update-given.ts';
import openRunsAffected from './open-runs-affected.ts';
import pageSections from './page-sections.ts';
import phraseExamples from './phrase-examples.ts';
import phraseReadable from './phrase-readable.ts';
import processDocumented from './process-documented.ts';
import reachableCondition from './reachable-condition.ts';
import releaseFrozen from './release-frozen.ts';
import releaseKept from './release-kept.ts';
import retiredNotDeleted from './retired-not-deleted.ts';
import reviewCurrent from './review-current.ts';
import runKept from './run-kept.ts';
import { runRules } from './runs.ts';
import safeLink from './safe-link.ts';
import slotsDefined from './slots-defined.ts';
import supportSigns from './support-signs.ts';
import uniqueItemIds from './unique-item-ids.ts';
import uniquePsaNumbers from './unique-psa-numbers.ts';
import uniqueRecordIds from './unique-record-ids.ts';
import updateExplained from './update-explained.ts';
import versionBumped from './version-bumped.ts';
import walkthroughFresh from './walkthrough-fresh.ts';
import walkthroughTold from './walkthrough-told.ts';

/** Every rule, in the order in which a person would look: runs, then lists, pages and the library. */
export const rules: readonly Rule[] = [
  ...runRules,
  ...([
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
  ] as unknown as readonly Rule[]),
];

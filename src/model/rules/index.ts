import { absenceWithoutRecord } from './absence-without-record.ts';
import { absoluteClaim } from './absolute-claim.ts';
import { assessmentOrder } from './assessment-order.ts';
import { badId } from './bad-id.ts';
import { brokenInternalLink } from './broken-internal-link.ts';
import { contradictedOpen } from './contradicted-open.ts';
import { draftEntry, draftReferenced } from './drafts.ts';
import { danglingBackReference } from './dangling-back-reference.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicatePage } from './duplicate-page.ts';
import { duplicateRank } from './duplicate-rank.ts';
import { futureDate } from './future-date.ts';
import { duplicateHeading, headingLevel } from './headings.ts';
import { codeInContent, forbiddenMarkup, unknownComponent } from './markup.ts';
import { matrixCellContradicted } from './matrix/contradicted.ts';
import { matrixCellMissing } from './matrix/missing.ts';
import { matrixCellUnproven } from './matrix/unproven.ts';
import { missingExpectation } from './missing-expectation.ts';
import { missingLocator } from './missing-locator.ts';
import { missingRemainder } from './missing-remainder.ts';
import { placeholderText } from './placeholder-text.ts';
import { redirectChain, redirectDuplicate, redirectLiveId, redirectUnknownTarget } from './redirects.ts';
import { removedId } from './removed-id.ts';
import { retiredSourceCited } from './retired-source-cited.ts';
import type { Rule } from './rule.ts';
import {
  sampleStaleVerdict,
  sampleUnexplainedFailure,
  sampleUnknownRegion,
  sampleUnused,
  sampleWithoutControl,
  sampleWithoutRuntime,
} from './samples.ts';
import { shippedWithoutMaturity } from './shipped-without-maturity.ts';
import { staleAssessment } from './stale-assessment.ts';
import { statusWithoutEvidence } from './status-without-evidence.ts';
import { uncitedSource } from './uncited-source.ts';
import { unknownReference } from './unknown-reference.ts';
import { unmarkedFence } from './unmarked-fence.ts';
import { unsourcedLink } from './unsourced-link.ts';
import { urlCredentials, urlInsecure, urlPrivateHost } from './urls/address.ts';
import { urlDocsetMismatch, urlForeignDocset, urlLatestDocset } from './urls/docset.ts';
import { urlMutableGithub } from './urls/mutable-github.ts';
import {
  urlFragmentDirective,
  urlGlued,
  urlHtmlEntity,
  urlInvalid,
  urlPercentEscape,
  urlTrailingPunctuation,
} from './urls/syntax.ts';
import { waiverExpired, waiverUnused } from './waivers.ts';

/** The rules over entries that could be read. Rules about files and fields are kept where files are read. */
export const rules: readonly Rule[] = [
  badId,
  duplicateId,
  duplicateRank,
  unknownReference,
  danglingBackReference,
  brokenInternalLink,
  removedId,
  redirectUnknownTarget,
  redirectLiveId,
  redirectChain,
  redirectDuplicate,
  assessmentOrder,
  futureDate,
  statusWithoutEvidence,
  shippedWithoutMaturity,
  missingRemainder,
  contradictedOpen,
  staleAssessment,
  absenceWithoutRecord,
  absoluteClaim,
  uncitedSource,
  missingExpectation,
  missingLocator,
  retiredSourceCited,
  duplicatePage,
  waiverExpired,
  waiverUnused,
  urlInvalid,
  urlGlued,
  urlHtmlEntity,
  urlPercentEscape,
  urlTrailingPunctuation,
  urlCredentials,
  urlInsecure,
  urlPrivateHost,
  urlFragmentDirective,
  urlMutableGithub,
  urlLatestDocset,
  urlForeignDocset,
  urlDocsetMismatch,
  unsourcedLink,
  unknownComponent,
  forbiddenMarkup,
  codeInContent,
  duplicateHeading,
  headingLevel,
  unmarkedFence,
  placeholderText,
  sampleUnused,
  sampleUnknownRegion,
  sampleWithoutControl,
  sampleUnexplainedFailure,
  sampleWithoutRuntime,
  sampleStaleVerdict,
  matrixCellMissing,
  matrixCellUnproven,
  matrixCellContradicted,
  draftEntry,
  draftReferenced,
];

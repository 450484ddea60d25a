import { missingAnchor } from './anchor-rule.ts';
import { brokenOff, empty, partial, shell, truncated, undecodable, unreadable } from './body-rules.ts';
import { missingLines } from './lines-rule.ts';
import { drifted, endedElsewhere, indistinct, likeControl, saysNotFound } from './missing-page-rules.ts';
import { redirects } from './redirect-rule.ts';
import type { Rule } from './rule.ts';
import { forbidden, gone, hostGone, notModified, otherStatus, serverError } from './status-rules.ts';
import { missingText } from './text-fragment-rule.ts';
import { invalidUrl, noSuchHost, refused, robots, tlsError, unreachable } from './transport-rules.ts';
import { challenge, login, rateLimit } from './wall-rules.ts';

/** All rules, in the order in which they are asked. */
export const rules: readonly Rule[] = [
  invalidUrl,
  robots,
  refused,
  noSuchHost,
  tlsError,
  unreachable,
  challenge,
  login,
  rateLimit,
  hostGone,
  gone,
  serverError,
  forbidden,
  notModified,
  otherStatus,
  partial,
  undecodable,
  unreadable,
  brokenOff,
  truncated,
  empty,
  shell,
  saysNotFound,
  endedElsewhere,
  likeControl,
  missingLines,
  drifted,
  indistinct,
  missingAnchor,
  missingText,
  redirects,
];

import { settledBody } from './issue.ts';
import type { Note } from './pull-request.ts';

/** The issue as it stands on GitHub. */
export interface PostedIssue {
  number: number;
  isOpen: boolean;
  body: string;
}

export type IssueAction =
  { kind: 'none' } | { kind: 'create'; note: Note } | { kind: 'update'; number: number; isOpen: boolean; body: string };

/**
 * Decides what becomes of the issue. Somebody who closed it has read it, so that it opens again only with news; after the
 * text that a run closes it with, anything is news.
 */
export function decideIssue(posted: PostedIssue | undefined, wanted: Note | undefined): IssueAction {
  if (wanted === undefined) {
    return posted?.isOpen === true
      ? { kind: 'update', number: posted.number, isOpen: false, body: settledBody }
      : { kind: 'none' };
  }
  if (posted === undefined) return { kind: 'create', note: wanted };
  if (isSameText(posted.body, wanted.body)) return { kind: 'none' };
  return { kind: 'update', number: posted.number, isOpen: true, body: wanted.body };
}

/** Whether GitHub holds the text already. A text that was edited there has carriage returns. */
export function isSameText(posted: string, wanted: string): boolean {
  return posted.replaceAll('\r\n', '\n').trim() === wanted.trim();
}

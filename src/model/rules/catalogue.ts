import type { Level } from '#report/message.ts';

interface RuleFacts {
  level: Level;
  /** Whether a breach leaves an entry that could not be read at all, so that nothing more can be said of it. */
  unreadable?: true;
}

/** Every rule that a message can name. Each has a page in `content/rules/`. */
export const ruleCatalogue = {
  'file-unexpected': { level: 'error' },
  'file-symlink': { level: 'error', unreadable: true },
  'file-too-large': { level: 'error', unreadable: true },
  'file-empty': { level: 'error', unreadable: true },
  'file-binary': { level: 'error', unreadable: true },
  'file-byte-order-mark': { level: 'error' },
  'file-line-endings': { level: 'error' },
  'front-matter-missing': { level: 'error', unreadable: true },
  'yaml-syntax': { level: 'error', unreadable: true },
  'mdx-syntax': { level: 'error', unreadable: true },

  'unknown-key': { level: 'error' },
  'missing-key': { level: 'error' },
  'invalid-value': { level: 'error' },

  'bad-id': { level: 'error' },
  'duplicate-id': { level: 'error' },
  'duplicate-rank': { level: 'error' },
  'unknown-reference': { level: 'error' },
  'dangling-back-reference': { level: 'error' },
  'broken-internal-link': { level: 'error' },
  'removed-id': { level: 'error' },
  'redirect-unknown-target': { level: 'error' },
  'redirect-live-id': { level: 'error' },
  'redirect-chain': { level: 'error' },
  'redirect-duplicate': { level: 'error' },

  'assessment-order': { level: 'error' },
  'future-date': { level: 'error' },
  'status-without-evidence': { level: 'error' },
  'shipped-without-maturity': { level: 'error' },
  'missing-remainder': { level: 'error' },
  'contradicted-open': { level: 'error' },
  'stale-assessment': { level: 'warning' },

  'absence-without-record': { level: 'error' },
  'absolute-claim': { level: 'error' },

  'uncited-source': { level: 'error' },
  'missing-expectation': { level: 'error' },
  'missing-locator': { level: 'error' },
  'retired-source-cited': { level: 'error' },
  'duplicate-page': { level: 'error' },
  'waiver-expired': { level: 'error' },
  'waiver-unused': { level: 'warning' },

  'url-invalid': { level: 'error' },
  'url-glued': { level: 'error' },
  'url-html-entity': { level: 'error' },
  'url-percent-escape': { level: 'error' },
  'url-trailing-punctuation': { level: 'error' },
  'url-credentials': { level: 'error' },
  'url-insecure': { level: 'error' },
  'url-private-host': { level: 'error' },
  'url-fragment-directive': { level: 'error' },
  'url-mutable-github': { level: 'error' },
  'url-latest-docset': { level: 'error' },
  'url-foreign-docset': { level: 'error' },
  'url-docset-mismatch': { level: 'error' },
  'unsourced-link': { level: 'error' },

  'unknown-component': { level: 'error' },
  'forbidden-markup': { level: 'error' },
  'code-in-content': { level: 'error' },
  'duplicate-heading': { level: 'error' },
  'heading-level': { level: 'error' },
  'unmarked-fence': { level: 'error' },
  'placeholder-text': { level: 'error' },
  'sample-file-missing': { level: 'error' },
  'sample-unused': { level: 'error' },
  'sample-unknown-region': { level: 'error' },
  'sample-without-control': { level: 'error' },
  'sample-unexplained-failure': { level: 'error' },
  'sample-without-runtime': { level: 'error' },
  'sample-stale-verdict': { level: 'error' },

  'matrix-cell-missing': { level: 'error' },
  'matrix-cell-unproven': { level: 'error' },
  'matrix-cell-contradicted': { level: 'error' },

  'draft-entry': { level: 'warning' },
  'draft-referenced': { level: 'error' },
} as const satisfies Record<string, RuleFacts>;

export type RuleId = keyof typeof ruleCatalogue;

export const ruleIds = Object.keys(ruleCatalogue) as RuleId[];

/** Whether a breach of the rule leaves an entry that could not be read. */
export function isUnreadable(id: RuleId): boolean {
  return 'unreadable' in ruleCatalogue[id];
}

import type { Citation } from '#tools/links/citation.ts';
import type { Circumstances } from '#tools/links/evaluate/case.ts';
import type { Exchange } from '#tools/links/exchange.ts';
import type { Finding } from '#tools/links/observation.ts';

/** One way in which servers behave, and the whole finding that it is worth. */
export interface Behaviour {
  /** Its number in the table of the design, with a letter where one row has several parts. */
  row: string;
  does: string;
  citation?: Partial<Citation>;
  exchange: Exchange;
  given?: Partial<Circumstances>;
  finding: Finding;
}

export const ok: Finding = { verdict: 'ok', code: 'OK', detail: 'The page says what it is cited for.', notes: [] };

export const noTerm: Finding = {
  verdict: 'drifted',
  code: 'EXPECT_TERM',
  detail: 'The page does not say `asyncio.Queue`.',
  notes: [],
};

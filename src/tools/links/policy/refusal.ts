import type { RefusalCode } from '../exchange.ts';

/** Why something is not asked, as a code and as a sentence. */
export interface Refusal {
  code: RefusalCode;
  detail: string;
}

/** What a caller allows beyond the defaults. Tests reach a server on loopback with it; no flag and no variable sets it. */
export interface Allowances {
  /** Takes the canonical text of an address. */
  address?: ((address: string) => boolean) | undefined;
  port?: ((port: number) => boolean) | undefined;
}

import type { FailureCode, RefusalCode } from '../exchange.ts';
import type { Refusal } from '../policy/refusal.ts';

/** Ends a chain that got no answer. */
export class TransportFailure extends Error {
  override name = 'TransportFailure';
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}

/** Ends a chain at something the checker must not ask. */
export class PolicyRefusal extends Error {
  override name = 'PolicyRefusal';
  readonly code: RefusalCode;

  constructor({ code, detail }: Refusal) {
    super(detail);
    this.code = code;
  }
}

/** Throws what a policy check found. */
export function demand(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new PolicyRefusal(refusal);
}

import { findNearMiss } from '../near-miss.ts';
import type { Contract } from './contract.ts';
import { compareSchemas } from './compare-schemas.ts';

/** A difference between two contracts. */
export interface ContractChange {
  /** `breaking`: a reader of the old contract may fail. `addition`: it must be announced, and breaks nobody. */
  kind: 'breaking' | 'addition';
  /** Path into the older contract, as far as it goes there. */
  path: readonly string[];
  /** What changed, as the part of a sentence after "Unexpected". */
  what: string;
  /** What a contract of the same version has instead. */
  expected: string;
  hint?: string;
}

/** Everything that differs, from the side of those who read documents: they were promised the older contract. */
export function compareContracts(before: Contract, after: Contract): ContractChange[] {
  const added = Object.keys(after).filter((name) => before[name] === undefined);
  return [
    ...Object.entries(before).flatMap(([name, schema]): ContractChange[] => {
      const now = after[name];
      if (now !== undefined) return compareSchemas(schema, now, { path: [name], name });
      const near = findNearMiss(name, added);
      return [
        {
          kind: 'breaking',
          path: [name],
          what: `removal of the document \`${name}\``,
          expected: 'every document of the contract to stay',
          ...(near !== undefined && { hint: `if \`${near}\` is its new name, publish it beside the old one` }),
        },
      ];
    }),
    ...added.map((name): ContractChange => ({
      kind: 'addition',
      path: [],
      what: `new document \`${name}\``,
      expected: 'it to be announced',
    })),
  ];
}

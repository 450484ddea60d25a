import { startOf } from '../problem.ts';
import type { ClassLint } from './lint.ts';

const reserved = ['CSPX', 'Ens', 'EnsLib', 'EnsPortal'];

/** The class has a package, and not one of those the platform keeps for itself (apis.md A2). */
export const reservedPackage: ClassLint = ({ head }) => {
  if (head === undefined) return [];
  const [first = '', ...rest] = head.name.split('.');
  if (rest.length === 0) {
    return [
      { ...startOf(head.token), reason: `Unexpected class \`${head.name}\`, expected a package before its name` },
    ];
  }
  const taken = reserved.find((name) => name.toLowerCase() === first.toLowerCase());
  if (taken === undefined) return [];
  return [
    { ...startOf(head.token), reason: `Unexpected package \`${first}\`, which is reserved, expected one of your own` },
  ];
};

import type { Adapter } from './adapter.ts';
import { generic } from './generic.ts';
import { github } from './github.ts';
import { intersystemsDocbook } from './intersystems-docbook.ts';
import { intersystemsDocumatic } from './intersystems-documatic.ts';
import { pep } from './pep.ts';
import { pythonDocs } from './python-docs.ts';

/** The first that claims a URL is its own. */
const adapters: readonly Adapter[] = [intersystemsDocumatic, intersystemsDocbook, pythonDocs, pep, github];

export function selectAdapter(url: URL): Adapter {
  return adapters.find((adapter) => adapter.claims(url)) ?? generic;
}

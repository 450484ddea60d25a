import type { ApiRelease } from '#schema/api/changelog.ts';
import { compareContracts, type ContractChange } from '#model/api/compare-contracts.ts';
import type { Contract } from '#model/api/contract.ts';
import { exitCodes, type ExitCode } from '#report/exit-code.ts';
import { compareMessages, type Message } from '#report/message.ts';
import { parseContractFile, renderContractFile, type PublishedContract } from './contract-file.ts';

/** What the check of the API depends on. */
export interface ApiWorld {
  /** Path of the file with the published contract, for messages. */
  file: string;
  /** Its text, absent before the first. */
  text: string | undefined;
  /** The contract that the code keeps. */
  contract: Contract;
  /** Versions, newest first. */
  changelog: readonly [ApiRelease, ...ApiRelease[]];
}

export interface ApiResult {
  messages: Message[];
  exitCode: ExitCode;
  /** The text the file must have; absent when it may not be written: the contract was broken, or the version is wrong. */
  text?: string;
}

const update = 'run `npm run api -- --update`';
const changelogFile = 'src/schema/api/changelog.ts';

/** Compares the contract that the code keeps with the published one. Pure: reads and writes nothing. */
export function checkApi({ file, text, contract, changelog }: ApiWorld): ApiResult {
  const [{ version }] = changelog;
  const next = renderContractFile(version, contract);
  const start = { file, level: 'error', line: 1, column: 1 } as const;
  if (text === undefined) {
    const reason = 'Unexpected lack of the file, expected the contract of the API';
    return conclude([{ ...start, ruleId: 'api-contract-stale', reason, hint: update }], next);
  }
  const published = parseContractFile(text, file);
  if ('faults' in published) {
    const hint = 'take the file from the last commit';
    const messages = published.faults.map(({ place, reason }) => ({
      ...start,
      ...place,
      ruleId: 'api-contract-unreadable',
      reason,
      hint,
    }));
    return { messages: messages.sort(compareMessages), exitCode: exitCodes.unreadable };
  }
  const changes = compareContracts(published.contract, contract);
  const refusals = [
    ...checkVersion(published.version, version),
    ...changes.flatMap((change) => describe(change, published, file, version)),
  ];
  if (refusals.length > 0) return conclude(refusals);
  if (text === next) return { messages: [], exitCode: exitCodes.fine, text: next };
  const reason =
    published.version === version
      ? `Unexpected text, expected what the tool writes for version ${version}`
      : `Unexpected contract of version ${published.version}, expected that of ${version}`;
  return conclude([{ ...start, ruleId: 'api-contract-stale', reason, hint: update }], next);
}

function conclude(messages: Message[], text?: string): ApiResult {
  return {
    messages: messages.sort(compareMessages),
    exitCode: exitCodes.findings,
    ...(text !== undefined && { text }),
  };
}

/** A version follows the published one, or is the same: every step of the contract has its line in the changelog. */
function checkVersion(published: string, version: string): Message[] {
  const [major = 0, minor = 0] = published.split('.').map(Number);
  const following = `${major}.${minor + 1}`;
  if (version === published || version === following) return [];
  return [
    {
      ruleId: 'api-version',
      level: 'error',
      file: changelogFile,
      line: 1,
      column: 1,
      reason: `Unexpected version \`${version}\`, expected \`${published}\` or \`${following}\``,
      hint: 'one step of the minor number at a time; a new major version is an API of its own under `/api/v2/`',
    },
  ];
}

function describe(change: ContractChange, published: PublishedContract, file: string, version: string): Message[] {
  const { kind, path, what, expected, hint } = change;
  const at = { file, level: 'error', ...published.locate(path) } as const;
  if (kind === 'breaking') {
    const reason = `Unexpected ${what}, expected ${expected}`;
    const wayOut = 'readers of version 1 rely on it: undo it, or publish the new form under `/api/v2/`';
    return [{ ...at, ruleId: 'api-breaking-change', reason, hint: hint === undefined ? wayOut : `${hint}; ${wayOut}` }];
  }
  if (published.version !== version) return [];
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [
    {
      ...at,
      ruleId: 'api-unannounced-change',
      reason: `Unexpected ${what} under version ${version}, expected ${expected}`,
      hint: `add version ${major}.${minor + 1} to ${changelogFile}, then ${update}`,
    },
  ];
}

/** What a run leaves behind, from which later runs see how it ended. The workflow gives the names. */
const artifactNames = { conclusive: 'observations', inconclusive: 'observations-inconclusive' };

/** An artifact of a workflow run. */
export interface RunArtifact {
  name: string;
  /** Instant in UTC, ISO 8601. */
  createdAt: string;
  /** Branch of the run, and whether it was a branch of this repository: a fork may have one of the same name. */
  branch: string;
  isOfFork: boolean;
}

/** Counts the runs on a branch, back from the newest, that were inconclusive in a row. Runs that broke count for nothing. */
export function countInconclusive(artifacts: readonly RunArtifact[], branch: string): number {
  const names = artifacts
    .filter((artifact) => artifact.branch === branch && !artifact.isOfFork)
    .toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1))
    .map(({ name }) => name)
    .filter((name) => Object.values(artifactNames).includes(name));
  const firstConclusive = names.indexOf(artifactNames.conclusive);
  return firstConclusive === -1 ? names.length : firstConclusive;
}

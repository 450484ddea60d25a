import type { CheckWorld } from '../check/world.ts';
import type { LaneProgress } from '../schedule/progress.ts';

/** What a command gets of the outside. */
export interface CommandWorld {
  check: CheckWorld;
  /** The day, `YYYY-MM-DD`, in UTC. */
  today: string;
  print: (text: string) => void;
  warn: (text: string) => void;
  signal: AbortSignal;
  /** Shows how far a run is; silent where nobody watches. */
  onProgress: (measure: () => LaneProgress) => void;
}

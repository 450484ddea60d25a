import type { Place } from '#model/prose.ts';
import { parseYaml } from '#store/yaml-document.ts';

type Path = readonly PropertyKey[];
type Mapping = Readonly<Record<string, unknown>>;

/** A workflow as the rules see it: what they judge, and where it stands. Whatever has another shape is left out. */
export interface Workflow {
  /** Names of the events that start it, with their places. */
  events: readonly { name: string; place: Place }[];
  permissions: unknown;
  jobs: readonly Job[];
  locateKey: (path: Path) => Place;
  locateValue: (path: Path) => Place;
  /** The place of a text inside a value, not counting the first `skip` that are equal; of the value when it is written otherwise. */
  locateText: (path: Path, text: string, skip?: number) => Place;
  /** What stands behind a value on its last line. */
  readRestOfLine: (path: Path, value: string) => string;
}

export interface Job {
  path: Path;
  /** Undefined when the job says nothing of it. */
  permissions: unknown;
  timeoutMinutes: unknown;
  /** The workflow that the job calls in place of steps. */
  uses: string | undefined;
  steps: readonly Step[];
}

export interface Step {
  path: Path;
  uses: string | undefined;
  run: string | undefined;
  with: Mapping;
}

/**
 * Parses a workflow; what is no mapping is none. Problems are those of the YAML: what GitHub thinks of it is for its own
 * parser to say.
 */
export function parseWorkflow(text: string): {
  workflow?: Workflow;
  problems: readonly { place: Place; reason: string }[];
} {
  const { data, problems, locateKey, locateValue } = parseYaml(text);
  if (!isMapping(data)) return { problems };
  const lines = text.split('\n');

  const workflow: Workflow = {
    events: listEvents(data.on).map(({ name, path, isKey }) => ({
      name,
      place: isKey ? locateKey(path) : locateValue(path),
    })),
    permissions: data.permissions,
    jobs: Object.entries(toMapping(data.jobs)).map(([id, job]) => toJob(['jobs', id], toMapping(job))),
    locateKey,
    locateValue,
    locateText(path, wanted, skip = 0) {
      const start = locateValue(path);
      const rest = [lines[start.line - 1]?.slice(start.column - 1) ?? '', ...lines.slice(start.line)].join('\n');
      let offset = rest.indexOf(wanted);
      for (let passed = 0; passed < skip && offset !== -1; passed += 1) offset = rest.indexOf(wanted, offset + 1);
      if (offset === -1) return start;
      const before = rest.slice(0, offset);
      const breaks = before.split('\n').length - 1;
      return {
        line: start.line + breaks,
        column: offset - before.lastIndexOf('\n') + (breaks === 0 ? start.column - 1 : 0),
      };
    },
    readRestOfLine(path, value) {
      const { line, column } = locateValue(path);
      const rest = lines[line - 1]?.slice(column - 1) ?? '';
      return rest.slice(rest.indexOf(value) + value.length);
    },
  };
  return { workflow, problems };
}

/** `on` is an event, a list of events, or settings by event. */
function listEvents(on: unknown): { name: string; path: Path; isKey: boolean }[] {
  if (typeof on === 'string') return [{ name: on, path: ['on'], isKey: false }];
  if (Array.isArray(on)) return on.map((name, index) => ({ name: String(name), path: ['on', index], isKey: false }));
  return Object.keys(toMapping(on)).map((name) => ({ name, path: ['on', name], isKey: true }));
}

function toJob(path: Path, job: Mapping): Job {
  const steps = Array.isArray(job.steps) ? job.steps : [];
  return {
    path,
    permissions: job.permissions,
    timeoutMinutes: job['timeout-minutes'],
    uses: toText(job.uses),
    steps: steps.map((step, index) => toStep([...path, 'steps', index], toMapping(step))),
  };
}

function toStep(path: Path, step: Mapping): Step {
  return { path, uses: toText(step.uses), run: toText(step.run), with: toMapping(step.with) };
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function toMapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { ErrorDetail } from 'libxml2-wasm';
import { renderNearMiss } from '#model/near-miss.ts';
import { renderAlternatives } from '#report/phrase.ts';
import type { Problem } from '../problem.ts';
import type { Names } from './schema.ts';

type Words = Pick<Problem, 'reason' | 'hint'>;
type Render = (tag: string, parts: string[], names: Names) => Words;

/** Every message of libxml2's validator starts with its place: an element, and perhaps an attribute of it. */
const start = /^Element '(?:\{[^}]*\})?([^']+)'(?:, attribute '([^']+)')?: /;

/** The rest of the messages that our schema can cause, and what the project says instead. */
const messages: readonly (readonly [RegExp, Render])[] = [
  [
    /^The attribute '([^']+)' is required/,
    (tag, [name]) => ({ reason: `Unexpected ${tag} without \`${name}\`, expected that attribute` }),
  ],
  [/^The attribute '([^']+)' is not allowed/, renderAttribute],
  [/'minLength'/, (place) => ({ reason: `Unexpected empty ${place}, expected a value` })],
  [
    /'maxLength'.* of '(\d+)'/,
    (place, [length]) => ({ reason: `Unexpected ${length} characters in ${place}, expected at most 255` }),
  ],
  [/^\[facet 'enumeration'\] The value '([^']*)' is not an element of the set \{(.*)\}/, renderChoice],
  [
    /^'([^']*)' is not a valid value/,
    (place, [value]) => ({ reason: `Unexpected \`${value}\` in ${place}, expected a whole number` }),
  ],
  [/^Character content/, (tag) => ({ reason: `Unexpected text in ${tag}, expected elements` })],
  [/^No matching global declaration/, (tag) => ({ reason: `Unexpected ${tag}, expected \`<process>\`` })],
  [
    /^Missing child element.*Expected is (?:one of )?\( (.*) \)/,
    (tag, [list]) => ({ reason: `Unexpected end of ${tag}, expected ${renderElements(list)}` }),
  ],
  [/^This element is not expected\.(?: Expected is (?:one of )?\( (.*) \))?/, renderElement],
];

/** A problem for one error of the validator. */
export function renderSchemaError({ message, line, col }: ErrorDetail, names: Names): Problem {
  const place = { line, column: Math.max(col, 1) };
  const [head = '', element = 'process', attribute] = start.exec(message) ?? [];
  const rest = message.slice(head.length).trim();
  const tag = `\`<${element}>\``;
  for (const [pattern, render] of messages) {
    const parts = pattern.exec(rest);
    const isOwn = parts !== null && rest.startsWith('The attribute');
    const subject = attribute === undefined || isOwn ? tag : `attribute \`${attribute}\` of ${tag}`;
    if (parts !== null) return { ...place, ...render(subject, parts.slice(1), names) };
  }
  return { ...place, reason: `Unexpected ${tag}, expected what the schema of BPL allows`, hint: rest };
}

function renderAttribute(tag: string, [name = '']: string[], { attributes }: Names): Words {
  const near = name === 'allowedresponses' ? 'did you mean `allowresync`?' : renderNearMiss(name, attributes, '');
  const reason = `Unexpected attribute \`${name}\`, expected one that ${tag} has`;
  return near === '' ? { reason } : { reason, hint: near };
}

function renderChoice(place: string, [value = '', set = '']: string[]): Words {
  const choices = set.split(', ').map((choice) => `\`${choice.slice(1, -1)}\``);
  return { reason: `Unexpected \`${value}\` in ${place}, expected ${renderAlternatives(choices)}` };
}

function renderElement(tag: string, [list]: string[], { elements }: Names): Words {
  const name = tag.slice(2, -2);
  const reason = `Unexpected ${tag}, expected ${renderElements(list)}`;
  if (elements.includes(name)) return { reason };
  return { reason, hint: renderNearMiss(name, elements, 'the schema here has a part of BPL only') };
}

/** The elements a message lists; libxml2 cuts a long list short. */
function renderElements(list = ''): string {
  const names = list.split(', ').map((name) => `\`<${name.replace(/^\{[^}]*\}/, '')}>\``);
  if (list === '') return 'its end tag or nothing';
  return names.length > 6 || list.includes('...') ? 'an element that may stand there' : renderAlternatives(names);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLinkHealth } from '#tools/links/history/read.ts';
import { emptyHealth, renderLinkHealth } from '#tools/links/history/render.ts';
import { updateLinkHealth } from '#tools/links/history/write.ts';
import { createTree } from '../../../store/trees.ts';
import { createHealth, createRecord } from './observations.ts';

const name = 'link-health.json';

describe('reading the health of links', () => {
  test('finds no history where there is no file', () => {
    expect(readLinkHealth(join(createTree({}), 'generated', name), name)).toEqual({ health: emptyHealth });
  });

  test('finds what was written', () => {
    const health = createHealth(createRecord());
    const folder = createTree({ [name]: renderLinkHealth(health) });
    expect(readLinkHealth(join(folder, name), name)).toEqual({ health });
  });

  test('takes the line endings of Windows, as a checkout may have them', () => {
    const health = createHealth(createRecord());
    const folder = createTree({ [name]: renderLinkHealth(health).replaceAll('\n', '\r\n') });
    expect(readLinkHealth(join(folder, name), name)).toEqual({ health });
  });

  test('reads a file however large: a history is no page', () => {
    const control = {
      on: '2026-03-02',
      probe: 'https://a.example/x',
      status: 404,
      shingles: [],
      text: 'x'.repeat(20_000),
    };
    const health = {
      ...emptyHealth,
      hosts: Array.from({ length: 40 }, (_, index) => ({ host: `host-${index + 10}.example`, control })),
    };
    const folder = createTree({ [name]: renderLinkHealth(health) });
    expect(readLinkHealth(join(folder, name), name)).toEqual({ health });
  });
});

describe('bringing the health of links up to date', () => {
  test('makes the file and its folder, and leaves no draft', () => {
    const folder = join(createTree({}), 'content/generated');
    const health = createHealth(createRecord());
    expect(updateLinkHealth(join(folder, name), name, () => health)).toEqual({ problems: [] });
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(renderLinkHealth(health));
  });

  test('starts from what the file says now', () => {
    const path = join(createTree({ [name]: renderLinkHealth(createHealth(createRecord())) }), name);
    updateLinkHealth(path, name, (health) => ({
      ...health,
      links: health.links.map((link) => ({ ...link, newer: 1 })),
    }));
    expect(readLinkHealth(path, name)).toEqual({ health: createHealth(createRecord({ newer: 1 })) });
  });

  test.each([
    [
      'a version that is not known',
      renderLinkHealth(emptyHealth).replace('"version": 1', '"version": 2'),
      'link-health.json:3:14',
    ],
    ['a conflict of two branches', `<<<<<<< HEAD\n${renderLinkHealth(emptyHealth)}`, 'link-health.json:1:1'],
    [
      'a record that stands twice',
      renderLinkHealth(createHealth(createRecord())).replace(/^ {4}.*$/m, '$&,\n$&'),
      'link-health.json:7:17',
    ],
    ['an end that is missing', renderLinkHealth(emptyHealth).slice(0, -3), 'link-health.json:5:14'],
    ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0x7d), 'link-health.json:1:1'],
    ['nothing in it', '', 'link-health.json:1:1'],
  ])('leaves a file with %s as it is, byte for byte, and asks for nothing to put there', (_what, text, at) => {
    const path = join(createTree({ [name]: text }), name);
    const before = readFileSync(path);
    const { problems } = updateLinkHealth(path, name, () => {
      throw new Error('The update was asked for');
    });
    expect(problems.map(({ file, place }) => `${file}:${place.line}:${place.column}`)).toEqual([at]);
    expect(readFileSync(path)).toEqual(before);
  });

  test('leaves the file as it is when what is to be written is not valid', () => {
    const text = renderLinkHealth(createHealth(createRecord()));
    const folder = createTree({ [name]: text });
    expect(() =>
      updateLinkHealth(join(folder, name), name, () => createHealth(createRecord({ citation: 'No Id' }))),
    ).toThrow('an id: lower-case letters');
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});

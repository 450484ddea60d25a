import { describe, expect, test } from 'vitest';
import { selectAdapter } from '#tools/links/adapters/adapters.ts';

const docbook = 'https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls';
const documatic = 'https://docs.intersystems.com/irislatest/csp/documatic/%25CSP.Documatic.cls';
const node = 'https://docs.intersystems.com/components/csp/docbook/NodeJS-Native/api/module-_intersystems-iris_.html';

function select(url: string) {
  const parsed = new URL(url);
  return { adapter: selectAdapter(parsed), parsed };
}

describe('the adapter', () => {
  test.each([
    [`${docbook}?KEY=AWSGI`, 'intersystems-docbook'],
    [node, 'intersystems-docbook'],
    [`${documatic}?LIBRARY=%25SYS&CLASSNAME=%25SYS.Task`, 'intersystems-documatic'],
    ['https://docs.python.org/3/library/asyncio-queue.html', 'python-docs'],
    ['https://peps.python.org/pep-0492/', 'pep'],
    ['https://github.com/aio-libs/aiohttp', 'github'],
    ['https://raw.githubusercontent.com/aio-libs/aiohttp/v3.0/setup.py', 'github'],
    ['https://example.github.io/tool/', 'generic'],
    ['https://docs.intersystems.com.example.org/', 'generic'],
  ])('for `%s` is `%s`', (url, name) => {
    expect(select(url).adapter.name).toBe(name);
  });
});

describe('a URL that cannot exist', () => {
  test.each([
    [`${docbook}?KEY=AWSGI#sec`, `${docbook}?KEY=X5CA24005B740717BA4F3`],
    [`${docbook}?a=%20~&key=AWSGI&b=1`, `${docbook}?a=%20~&key=X5CA24005B740717BA4F3&b=1`],
    [
      `${documatic}?LIBRARY=%25SYS&CLASSNAME=%25SYS.Task`,
      `${documatic}?LIBRARY=%25SYS&CLASSNAME=Absent.xf4fdec421bccfd82ac7c`,
    ],
    ['https://docs.example.org/guide/queues.html?v=1#a', 'https://docs.example.org/guide/xdd3eae640471cad598ef.html'],
    ['https://docs.example.org/guide/queues/', 'https://docs.example.org/guide/xdd3eae640471cad598ef/'],
    ['https://docs.example.org/', 'https://docs.example.org/x92cecb060bf6ea3ef930'],
    ['https://github.com/aio-libs/aiohttp', 'https://github.com/aio-libs/x0569b89495398d294bb1'],
  ])('for `%s` is `%s`', (url, probe) => {
    const { adapter, parsed } = select(url);
    expect(adapter.deriveProbeUrl(parsed)).toBe(probe);
  });

  test.each([node, docbook, documatic])('is not made up where only the path could be changed: `%s`', (url) => {
    const { adapter, parsed } = select(url);
    expect(adapter.deriveProbeUrl(parsed)).toBeUndefined();
  });

  test('is another one in another folder', () => {
    const derive = (url: string) => select(url).adapter.deriveProbeUrl(new URL(url))?.split('/').at(-1);
    expect(derive('https://docs.example.org/a/b')).not.toBe(derive('https://docs.example.org/c/b'));
  });
});

describe('other URLs of a page', () => {
  test('are those of older releases, for a key of InterSystems', () => {
    const { adapter, parsed } = select(`${docbook}?KEY=AWSGI#sec`);
    expect(adapter.listFallbacks(parsed)).toEqual(
      ['20261', '20251', '20241', '20231', '20221'].map(
        (version) => `https://docs.intersystems.com/iris${version}/csp/docbook/DocBook.UI.Page.cls?KEY=AWSGI#sec`,
      ),
    );
  });

  test('are those of the same product, and of other releases than the one that is cited', () => {
    const url =
      'https://docs.intersystems.com/supplychain20261/csp/documatic/%25CSP.Documatic.cls?CLASSNAME=%25SYS.Task';
    const { adapter, parsed } = select(url);
    const [first, ...rest] = adapter.listFallbacks(parsed);
    expect(first).toBe(url.replace('20261', '20251'));
    expect(rest).toHaveLength(3);
  });

  test.each([
    'https://docs.intersystems.com/components/csp/docbook/DocBook.UI.Page.cls?KEY=GDRIVE_iris',
    docbook,
    documatic,
    node,
    'https://docs.example.org/latest/a',
  ])('are not known for `%s`', (url) => {
    const { adapter, parsed } = select(url);
    expect(adapter.listFallbacks(parsed)).toEqual([]);
  });
});

describe('a home page', () => {
  test.each([
    'https://docs.example.org/',
    'https://docs.example.org/en/',
    'https://docs.example.org/pt-BR',
    'https://docs.example.org/index.html',
    'https://docs.example.org/en/home',
    'https://docs.intersystems.com/',
    docbook,
    `${docbook}?KEY=`,
    documatic,
    'https://docs.python.org/3/',
    'https://docs.python.org/3.14/index.html',
    'https://docs.python.org/pt-br/3/',
  ])('is `%s`', (url) => {
    const { adapter, parsed } = select(url);
    expect(adapter.isHome(parsed)).toBe(true);
  });

  test.each([
    'https://docs.example.org/guide',
    'https://docs.example.org/?p=1',
    'https://docs.example.org/en/guide',
    `${docbook}?KEY=AWSGI`,
    `${documatic}?CLASSNAME=%25SYS.Task`,
    node,
    'https://docs.python.org/3/library/asyncio-queue.html',
  ])('is not `%s`', (url) => {
    const { adapter, parsed } = select(url);
    expect(adapter.isHome(parsed)).toBe(false);
  });
});

describe('a file on GitHub', () => {
  const blob = 'https://github.com/example/tool/blob/v1.0/docs/a%20b.md';
  const raw = 'https://raw.githubusercontent.com/example/tool/v1.0/docs/a%20b.md';
  const request = (url: string, expected = {}) => select(url).adapter.deriveRequestUrl(new URL(url), expected);

  test('is requested raw, with the lines that are cited', () => {
    expect(request(blob)).toBe(raw);
    expect(request(`${blob}?plain=1#L10-L20`)).toBe(`${raw}#L10-L20`);
    expect(request(`${blob}#usage`, { lines: 'L3' })).toBe(`${raw}#usage`);
  });

  test('is requested as a page for a heading in it', () => {
    expect(request(`${blob}#usage`)).toBe(`${blob}#usage`);
  });

  test.each(['https://github.com/example/tool', 'https://github.com/example/tool/tree/main/docs', raw])(
    'is not `%s`',
    (url) => {
      expect(request(url)).toBe(url);
    },
  );

  test('is cited as a page', () => {
    const cite = (url: string) => select(url).adapter.derivePublicUrl(new URL(url));
    expect(cite(`${raw}#L10`)).toBe(`${blob}#L10`);
    expect(cite(blob)).toBe(blob);
    expect(cite('https://raw.githubusercontent.com/')).toBe('https://raw.githubusercontent.com/');
  });
});

test('any other URL is requested and cited as it is', () => {
  const url = 'https://docs.example.org/a?b=%25#c';
  const { adapter, parsed } = select(url);
  expect(adapter.deriveRequestUrl(parsed, {})).toBe(url);
  expect(adapter.derivePublicUrl(parsed)).toBe(url);
});

describe('the place of an inventory', () => {
  test.each([
    ['https://docs.python.org/3/library/asyncio-queue.html#x', 'https://docs.python.org/3/objects.inv'],
    ['https://docs.python.org/3.14/whatsnew/3.14.html', 'https://docs.python.org/3.14/objects.inv'],
    ['https://docs.python.org/pt-br/3/library/', 'https://docs.python.org/pt-br/3/objects.inv'],
    ['https://docs.python.org/dev/', 'https://docs.python.org/dev/objects.inv'],
    ['https://docs.python.org/license.html', undefined],
    ['https://peps.python.org/pep-0492/', 'https://peps.python.org/api/peps.json'],
    ['https://docs.example.org/3/', undefined],
  ])('for `%s` is `%s`', (url, inventory) => {
    const { adapter, parsed } = select(url);
    expect(adapter.deriveInventoryUrl(parsed)).toBe(inventory);
  });
});

import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows';
import { jsonObjects } from './json-rows';

async function read(text: string, size = text.length, delimiter = ',') {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const rows: unknown[] = [];
  for await (const row of csvRows(pieces(), delimiter)) {
    rows.push('cells' in row ? [row.row, ...row.cells] : [row.row, row.broken]);
  }
  return rows;
}

const cases: [name: string, text: string, rows: unknown[]][] = [
  [
    'plain rows',
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  ['no last line end', 'a,b', [[1, 'a', 'b']]],
  [
    'every line end',
    'a\r\nb\rc\nd',
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ],
  ],
  ['quoted delimiters, quotes and line ends', '"a,""b""\n c",d\n', [[1, 'a,"b"\n c', 'd']]],
  [
    'empty cells',
    ',\n"",\n',
    [
      [1, '', ''],
      [2, '', ''],
    ],
  ],
  [
    'empty lines, which count',
    'a\n\nb',
    [
      [1, 'a'],
      [3, 'b'],
    ],
  ],
  ['quotes inside plain cells', 'it"s,5" tall\n', [[1, 'it"s', '5" tall']]],
  [
    'text after a quote',
    '"a"b,c\nd,e\n',
    [
      [1, 'has text after a closing quote'],
      [2, 'd', 'e'],
    ],
  ],
  [
    'an open quote at the end',
    'a,b\n"c,d\ne,f',
    [
      [1, 'a', 'b'],
      [2, 'has a quote that is never closed'],
      [3, 'e', 'f'],
    ],
  ],
];

describe('csvRows', () => {
  it.each(cases)('reads %s', async (_name, text, rows) => {
    expect(await read(text)).toEqual(rows);
  });

  it.each(cases)('reads %s in pieces of any size', async (_name, text, rows) => {
    for (const size of [1, 2, 3, 5]) expect(await read(text, size)).toEqual(rows);
  });

  it('gives up on a quote after 256 kB and goes on at the next line', async () => {
    const filler = 'x,y\n'.repeat(100_000);
    const rows = await read(`"open,1\n${filler}`, 64 * 1024);
    expect(rows).toHaveLength(100_001);
    expect(rows[0]).toEqual([1, 'has a quote that is never closed']);
    expect(rows[1]).toEqual([2, 'x', 'y']);
  });
});

describe('jsonObjects', () => {
  const text = '[{"a":"],[{\\"","b":[1,{"c":2}]},\n 7, {"a":nope}, {}]';

  it.each([1, 2, 7, 1_000])('reads objects one by one in pieces of %i', async (size) => {
    async function* pieces() {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    }
    const found = [];
    for await (const one of jsonObjects(pieces()))
      found.push('object' in one ? one.object : one.broken);
    expect(found).toEqual([
      { a: '],[{"', b: [1, { c: 2 }] },
      'is not an object',
      'is not valid JSON',
      {},
    ]);
  });
});

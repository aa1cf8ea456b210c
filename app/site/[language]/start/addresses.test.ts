import { expect, it } from 'vitest';
import { readAddresses } from './addresses';

const found = (text: string) => readAddresses(text).addresses;

it('finds addresses in whatever was pasted, each once', () => {
  expect(found('a@b.example')).toEqual(['a@b.example']);
  expect(found('Ida Berg <ida@x.example>; bo@x.example,\n bo@x.example\tBO@X.example')).toEqual([
    'ida@x.example',
    'BO@X.example',
  ]);
  expect(found('a@b.example c@d.example')).toEqual(['a@b.example', 'c@d.example']);
  expect(found('  \n ')).toEqual([]);
});

it('names what is no address, and drops nothing in silence', () => {
  expect(readAddresses('bo@x.example, kim.example\nIda')).toEqual({
    addresses: ['bo@x.example'],
    strays: ['kim.example', 'Ida'],
  });
  expect(readAddresses('Ida Berg <ida@x.example>').strays).toEqual([]);
  expect(readAddresses('Ida <not-one>')).toEqual({ addresses: [], strays: ['not-one'] });
});

import { expect, it } from 'vitest';
import { addressesIn } from './addresses';

it('finds addresses in whatever was pasted, each once', () => {
  expect(addressesIn('a@b.example')).toEqual(['a@b.example']);
  expect(
    addressesIn('Ida Berg <ida@x.example>; bo@x.example,\n bo@x.example\tBO@X.example'),
  ).toEqual(['ida@x.example', 'BO@X.example']);
  expect(addressesIn('  \n nobody here ')).toEqual([]);
});

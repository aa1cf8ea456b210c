import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import * as tenant from '@/db/schema/tenant';
import { wordingIn } from '@/lib/language/wording-in';
import { kindWords, tableWords } from './kind-words';

const korean = wordingIn('ko', 'settings');

it('names every table of a tenant in Korean', () => {
  const names = Object.values(tenant).flatMap((one) =>
    is(one, PgTable) ? [getTableName(one)] : [],
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !/[가-힣]/.test(tableWords(name, korean)))).toEqual([]);
  expect(tableWords('job_runs', wordingIn('en', 'settings'))).toBe('Job runs');
});

it('says what an entry is about', () => {
  expect(kindWords('pool_join', wordingIn('en', 'settings'))).toBe('pool join');
  expect(kindWords('record', korean)).toBe('레코드');
});

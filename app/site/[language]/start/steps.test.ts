import { expect, it } from 'vitest';
import { makeWording } from '@/lib/language/wording';
import { emptyDraft } from './draft';
import { errorsAfter, missingIn, stepOf } from './steps';

const t = makeWording<'start'>('en', []);
const typed = { draft: emptyDraft, password: '' };

it('knows at which step each field of the sign-up is asked', () => {
  expect(['name', 'slug', 'timeZone'].map(stepOf)).toEqual([0, 0, 0]);
  expect(['look.color', 'look.logo', 'file'].map(stepOf)).toEqual([1, 1, 1]);
  expect(['owner.email', 'owner.password'].map(stepOf)).toEqual([2, 2]);
  expect(['invite.3', 'content', 'input'].map(stepOf)).toEqual([3, 3, 3]);
});

it('says what is missing before a step can be left', () => {
  expect(Object.keys(missingIn(0, typed, t))).toEqual(['name', 'slug']);
  expect(missingIn(1, typed, t)).toEqual({});
  expect(missingIn(1, { ...typed, draft: { ...emptyDraft, color: '#12' } }, t)).toHaveProperty([
    'look.color',
  ]);
  expect(Object.keys(missingIn(2, { ...typed, password: 'short' }, t))).toEqual([
    'owner.name',
    'owner.email',
    'owner.password',
  ]);
  expect(missingIn(3, typed, t)).toEqual({});
});

it('takes an error back when what it was about is changed', () => {
  const errors = { name: 'a', slug: 'b', 'owner.email': 'c', 'invite.2': 'd' };
  expect(Object.keys(errorsAfter(errors, { slug: 'x' }))).toEqual([
    'name',
    'owner.email',
    'invite.2',
  ]);
  expect(Object.keys(errorsAfter(errors, { invite: '' }))).not.toContain('invite.2');
  expect(errorsAfter(errors, { content: 'empty' })).toEqual(errors);
});

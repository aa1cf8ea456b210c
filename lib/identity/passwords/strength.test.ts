import { expect, it } from 'vitest';
import { demoPassword } from '@/db/seed/world';
import { testPassword } from '../testing';
import { judge, type Standing } from './strength';

const alone: Standing = { personal: [], besideFactor: false };
const besideFactor = { personal: [], besideFactor: true };
const weak = (password: string, standing = alone) => judge(password, standing).weakness;

it('asks for 15 characters alone and for 8 beside a second factor', () => {
  expect(weak('slow-green-tra')).toContain('15 characters');
  expect(weak('slow-green-tractor')).toBeNull();
  expect(weak('kW8#pq!', besideFactor)).toContain('8 characters');
  expect(weak('kW8#pq!z', besideFactor)).toBeNull();
  expect(weak('kW8#pq!z')).toContain('15 characters');
});

it('counts letters of any script, not how they are stored', () => {
  const decomposed = '초록색 트랙터와 느린 바다'.normalize('NFD');
  expect(decomposed.length).toBeGreaterThan(28);
  expect(weak(decomposed)).toContain('15 characters');
  expect(weak('초록색 트랙터와 느린 바다 위의 배')).toBeNull();
  expect(weak('🚜🚜🌊🌊🛶🛶🌲')).toContain('15 characters');
});

it.each([
  ['passwordpassword', 'Repeats'],
  ['Password-1234567', 'close to one of the most used'],
  ['123456789012345', 'close to one of the most used'],
  ['qwertyuiopasdfgh', 'close to one of the most used'],
  ['aaaaaaaaaaaaaaaa', 'Repeats'],
  ['abcabcabcabcabcabc', 'Repeats'],
  ['abcdefghijklmnop', 'easy to guess'],
  ['1qaz2wsx3edc4rfv', 'most used passwords'],
  ['비밀번호비밀번호비밀번호비밀번호', 'easy to guess'],
  ['qlalfqjsghqlalfqjsgh', 'easy to guess'],
  ['iloveyou12345678', 'close to one of the most used'],
  ['correct horse battery staple', 'This is one of the most used'],
  ['This is my password!', 'close to one of the most used'],
])('refuses %s and says what would help', (password, words) => {
  expect(weak(password)).toContain(words);
});

it('counts what others know of the person and the place', () => {
  const standing = {
    personal: ['Wilhelmina Okonkwo', 'w.okonkwo@gangnam.example', 'Gangnam Study Centre'],
    besideFactor: false,
  };
  for (const password of [
    'wilhelmina okonkwo',
    'WilhelminaOkonkwo1',
    'w.okonkwo@gangnam.example',
    'gangnam study centre',
    'Okonkwo-Gangnam-2026',
  ]) {
    expect(weak(password, standing), password).toContain('Leave them out');
  }
  expect(weak('Okonkwo rows slow green tractors', standing)).toBeNull();
});

it('takes what the demo world and its tests sign in with', () => {
  const others = [
    'seven-green-lamps',
    'four-small-windows',
    'six wooden boats',
    'quiet-lake-wagon',
  ];
  for (const password of [demoPassword, testPassword, ...others]) {
    expect(weak(password), password).toBeNull();
  }
});

import { expect, it } from 'vitest';
import { trialLetter, unpaidLetter } from './letters';

const addressed = { to: 'a@example.com', tenant: 'Nimbus', url: 'https://nimbus.example/plan' };
const owed = { number: 'A-1', amount: 490_000, currency: 'eur', again: '4 Feb 2027' };

it('a letter says what is owed, and when it is tried again', () => {
  const letter = unpaidLetter({ ...addressed, language: 'en' }, owed);
  expect(letter.subject).toBe('A payment of Nimbus did not go through');
  expect(letter.paragraphs).toEqual([
    'Invoice A-1 over €4,900.00 is not paid.',
    'It is tried again on 4 Feb 2027. You can pay it before, or by another card.',
  ]);
  const last = { ...owed, number: null, again: null, amount: 69_000, currency: 'krw' };
  expect(unpaidLetter({ ...addressed, language: 'ko' }, last).paragraphs).toEqual([
    '₩69,000 청구서가 아직 결제되지 않았습니다.',
    '요금제를 계속 이용하려면 직접 결제해 주세요.',
  ]);
});

it('a letter says when a trial ends, and whether anything is charged then', () => {
  const say = (isLeft: boolean) =>
    trialLetter({ ...addressed, language: 'en' }, { day: '15 Jan 2027', isLeft });
  expect(say(false).heading).toBe('The trial of Nimbus ends on 15 Jan 2027');
  expect(say(false).paragraphs[0]).toContain('the plan is charged');
  expect(say(true).paragraphs[0]).toContain('Nothing is charged');
});

import { dayAround, whole, workdayAround } from './days';
import { pick } from './names';
import type { SeedCollection } from './shapes';

const houses = ['Northwind', 'Bluebell', 'Castor', 'Delphi', 'Ember', 'Fjord', 'Garnet', 'Heron'];
const trades = ['Trading', 'Foods', 'Studio', 'Labs', 'Works'];
const customerAt = (at: number) =>
  `${houses[at % houses.length]} ${trades[Math.floor(at / houses.length) % trades.length]}`;
const customerCount = houses.length * trades.length;

export const customers: SeedCollection = {
  name: 'Customers',
  icon: 'users',
  description: 'Partners who order, with their terms and contract.',
  rows: customerCount,
  fields: [
    { name: 'Company', type: 'text', required: true, unique: true, width: 190 },
    { name: 'Country', type: 'select', choices: ['Portugal', 'Spain', 'France', 'Germany'] },
    { name: 'E-mail', type: 'email', width: 220 },
    { name: 'Ships', type: 'multi_select', choices: ['Road', 'Sea', 'Air', 'Collects'] },
    { name: 'Credit line', type: 'money', options: { currency: 'EUR', min: 0 }, width: 130 },
    { name: 'Contract', type: 'file', options: { maxFiles: 5, kinds: ['pdf'] }, width: 220 },
  ],
  row: (next, at) => ({
    company: customerAt(at),
    country: pick(next, ['Portugal', 'Spain', 'France', 'Germany']),
    e_mail: `orders@${customerAt(at).toLowerCase().replace(' ', '-')}.example`,
    ships: ['Road', 'Sea', 'Air', 'Collects'].filter(() => next() > 0.6),
    credit_line: `${whole(next, 5, 80) * 1000}.00`,
  }),
  papers: { field: 'Contract', rows: 2, title: ({ company }) => `${company}: contract` },
};

const states = ['Draft', 'Confirmed', 'Packed', 'Shipped', 'Delivered', 'Returned'];
const extras = ['Gift wrap', 'Insurance', 'Pallet', 'Cold chain'];

export const orders: SeedCollection = {
  name: 'Orders',
  icon: 'package',
  description: 'Partner orders from quote to delivery.',
  rows: 2400,
  fields: [
    { name: 'Number', type: 'text', required: true, unique: true, width: 110 },
    { name: 'Customer', type: 'relation', target: 'Customers', width: 180 },
    { name: 'Country', type: 'lookup', through: 'Customer', shows: 'Country', width: 110 },
    { name: 'State', type: 'select', choices: states, default: 'draft', width: 120 },
    { name: 'Amount', type: 'money', options: { currency: 'EUR', min: 0 }, width: 120 },
    { name: 'Ordered on', type: 'date', default: 'today', width: 120 },
    { name: 'Collected at', type: 'datetime', width: 160 },
    { name: 'Extras', type: 'multi_select', choices: extras, width: 180 },
    { name: 'Rush', type: 'boolean', width: 80 },
    { name: 'Owner', type: 'person', default: 'me', width: 150 },
    { name: 'Tracking', type: 'url', width: 220 },
  ],
  row: (next, at) => {
    const ordered = dayAround(next, [-400, 0]);
    return {
      number: `A-${20_000 + at}`,
      customer: customerAt(whole(next, 0, customerCount - 1)),
      state: pick(next, states),
      amount: (whole(next, 1500, 980_000) / 100).toFixed(2),
      ordered_on: ordered,
      collected_at: `${workdayAround(next, [-60, 25])} ${pick(next, ['08:00', '11:30', '15:00'])}`,
      extras: extras.filter(() => next() > 0.8),
      rush: next() > 0.9,
      owner: whole(next, 0, 4),
      tracking: next() > 0.5 ? `https://track.example/p/${whole(next, 100_000, 999_999)}` : null,
    };
  },
  views: [
    {
      name: 'Large and open',
      kind: 'grid',
      state: {
        filters: [
          { field: 'state', op: 'one_of', value: ['draft', 'confirmed', 'packed'] },
          { field: 'amount', op: 'gte', value: 5000 },
        ],
        sorts: [{ field: 'amount', direction: 'desc' }],
      },
    },
    {
      name: 'Rush orders',
      kind: 'board',
      state: {
        columns: 'state',
        filters: [{ field: 'rush', op: 'equals', value: true }],
        hidden: ['tracking', 'extras', 'rush'],
      },
    },
    {
      name: 'Collections by day',
      kind: 'calendar',
      state: { date: 'collected_at', filters: [{ field: 'rush', op: 'equals', value: true }] },
    },
  ],
  rules: {
    guest: { see: 'none', change: 'none', remove: 'none', create: false },
    basic: {
      see: 'involved',
      change: 'involved',
      remove: 'none',
      create: true,
      fields: { Amount: 'hidden' },
    },
  },
  deeds: [
    { row: 0, by: 2, sets: { state: 'Confirmed' } },
    { row: 0, by: 1, says: 'Customer asks for delivery before noon.' },
    { row: 0, by: 2, sets: { rush: true } },
  ],
};

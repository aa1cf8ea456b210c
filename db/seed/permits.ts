import { dayAround, whole, workdayAround } from './days';
import { personName, pick } from './names';
import type { SeedCollection } from './shapes';

const kinds = ['Building', 'Street closure', 'Food truck', 'Film shoot', 'Tree removal', 'Signage'];
const districts = ['North', 'River', 'Old Town', 'Harbour', 'Hills'];
const states = ['Received', 'Under review', 'Granted', 'Refused'];

export const permits: SeedCollection = {
  name: 'Permits',
  icon: 'flag',
  description: 'Applications received, with district, fee, hearing and decision.',
  rows: 1800,
  fields: [
    { name: 'Number', type: 'text', unique: true, width: 130 },
    { name: 'Applicant', type: 'text', required: true, width: 160 },
    { name: 'E-mail', type: 'email', width: 200 },
    { name: 'Kind', type: 'select', choices: kinds, width: 140 },
    { name: 'Districts', type: 'multi_select', choices: districts, width: 170 },
    { name: 'Received on', type: 'date', default: 'today', width: 120 },
    { name: 'Fee', type: 'money', options: { currency: 'USD', min: 0 }, width: 110 },
    { name: 'State', type: 'select', choices: states, default: 'received', width: 130 },
    { name: 'Hearing', type: 'datetime', width: 160 },
    { name: 'Clerk', type: 'person', width: 150 },
    { name: 'Plans', type: 'file', options: { maxFiles: 10 }, width: 200 },
  ],
  row: (next, at) => ({
    number: `P-${String(at + 1).padStart(5, '0')}`,
    applicant: personName(next, 'en'),
    e_mail: `applicant${at + 1}@mail.example`,
    kind: pick(next, kinds),
    districts: districts.filter((_, place) => place === at % 5 || next() > 0.9),
    received_on: dayAround(next, [-380, 0]),
    fee: `${whole(next, 4, 160) * 5}.00`,
    state: pick(next, states),
    hearing: next() > 0.85 ? `${workdayAround(next, [-20, 30])} 10:00` : null,
    clerk: whole(next, 0, 9),
  }),
  papers: { field: 'Plans', rows: 2, title: ({ number }) => `${number}: site plan` },
  views: [
    {
      name: 'Under review',
      kind: 'grid',
      state: {
        filters: [{ field: 'state', op: 'equals', value: 'underreview' }],
        group: { field: 'kind', direction: 'asc' },
      },
    },
    {
      name: 'Film shoots',
      kind: 'board',
      state: {
        columns: 'state',
        filters: [{ field: 'kind', op: 'equals', value: 'filmshoot' }],
        hidden: ['e_mail', 'kind', 'plans'],
      },
    },
    { name: 'Hearings', kind: 'calendar', state: { date: 'hearing' } },
  ],
  rules: {
    basic: { see: 'all', change: 'involved', remove: 'none', create: true },
  },
  form: {
    title: 'Apply for a permit',
    intro: 'For work, events and signs in public space. The office answers within ten days.',
    thanks: 'Your application has arrived. The office writes to you within ten days.',
    fields: [
      { field: 'Applicant', label: 'Your name', required: true },
      { field: 'E-mail', required: true },
      { field: 'Kind', label: 'What do you plan?', required: true },
      { field: 'Districts', label: 'Where?' },
      { field: 'Plans', help: 'Drawings or pictures, up to ten files.' },
    ],
  },
  deeds: [
    { row: 0, by: 4, says: 'Neighbours were heard, nobody objects.' },
    { row: 0, by: 0, sets: { state: 'Granted' } },
  ],
};

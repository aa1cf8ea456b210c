import { personName, pick, random } from './names';

export interface SeedField {
  key: string;
  name: string;
  type:
    | 'text'
    | 'long_text'
    | 'number'
    | 'date'
    | 'boolean'
    | 'select'
    | 'email'
    | 'url'
    | 'person';
  choices?: string[];
  required?: boolean;
}

export type SeedValue = string | number | boolean | null;

export interface SeedCollection {
  name: string;
  icon: string;
  description: string;
  fields: SeedField[];
  rows: number;
  /** One record by field key; a select's value is the choice's name, a person's a member's position. */
  row(next: () => number, at: number): Record<string, SeedValue>;
}

const day = (next: () => number, from: string, days: number) =>
  new Date(Date.parse(from) + Math.floor(next() * days) * 86_400_000).toISOString().slice(0, 10);

const whole = (next: () => number, from: number, to: number) =>
  Math.floor(from + next() * (to - from + 1));

const subjects = ['Algebra', 'Geometry', 'Calculus', 'English', 'Physics', 'Chemistry', 'Essay'];
const grades = ['Grade 7', 'Grade 8', 'Grade 9', 'Grade 10', 'Grade 11', 'Grade 12'];

const students = (rows: number): SeedCollection => ({
  name: 'Students',
  icon: 'graduation-cap',
  description: 'Everybody enrolled this year, with guardian contact and mentor.',
  rows,
  fields: [
    { key: 'name', name: 'Name', type: 'text', required: true },
    { key: 'grade', name: 'Grade', type: 'select', choices: grades },
    { key: 'email', name: 'E-mail', type: 'email' },
    { key: 'enrolled', name: 'Enrolled on', type: 'date' },
    { key: 'score', name: 'Last score', type: 'number' },
    { key: 'paid', name: 'Fees paid', type: 'boolean' },
    { key: 'mentor', name: 'Mentor', type: 'person' },
    { key: 'note', name: 'Note', type: 'long_text' },
  ],
  row: (next, at) => ({
    name: personName(next, 'ko'),
    grade: pick(next, grades),
    email: `student${at + 1}@school.example`,
    enrolled: day(next, '2025-02-01', 420),
    score: whole(next, 420, 1000) / 10,
    paid: next() > 0.18,
    mentor: whole(next, 0, 8),
    note:
      next() > 0.8
        ? pick(next, [
            'Prefers mornings.',
            'Preparing for the olympiad.',
            'Call the guardian first.',
          ])
        : null,
  }),
});

const lessons = (rows: number): SeedCollection => ({
  name: 'Lessons',
  icon: 'book-open',
  description: 'Every lesson given this term, with room, length and attendance.',
  rows,
  fields: [
    { key: 'title', name: 'Title', type: 'text', required: true },
    { key: 'subject', name: 'Subject', type: 'select', choices: subjects },
    { key: 'held', name: 'Held on', type: 'date' },
    { key: 'minutes', name: 'Minutes', type: 'number' },
    { key: 'present', name: 'Present', type: 'number' },
    { key: 'teacher', name: 'Teacher', type: 'person' },
    { key: 'cancelled', name: 'Cancelled', type: 'boolean' },
  ],
  row: (next, at) => {
    const subject = pick(next, subjects);
    return {
      title: `${subject} ${whole(next, 1, 24)}-${(at % 4) + 1}`,
      subject,
      held: day(next, '2026-03-02', 250),
      minutes: pick(next, [50, 75, 90, 120]),
      present: whole(next, 4, 22),
      teacher: whole(next, 0, 6),
      cancelled: next() > 0.95,
    };
  },
});

const orderStates = ['Draft', 'Confirmed', 'Packed', 'Shipped', 'Delivered', 'Returned'];

const orders: SeedCollection = {
  name: 'Orders',
  icon: 'package',
  description: 'Partner orders from quote to delivery.',
  rows: 2400,
  fields: [
    { key: 'number', name: 'Number', type: 'text', required: true },
    { key: 'customer', name: 'Customer', type: 'text' },
    { key: 'state', name: 'State', type: 'select', choices: orderStates },
    { key: 'amount', name: 'Amount in EUR', type: 'number' },
    { key: 'ordered', name: 'Ordered on', type: 'date' },
    { key: 'rush', name: 'Rush', type: 'boolean' },
    { key: 'owner', name: 'Owner', type: 'person' },
    { key: 'tracking', name: 'Tracking', type: 'url' },
  ],
  row: (next, at) => ({
    number: `A-${20_000 + at}`,
    customer: `${pick(next, ['Northwind', 'Bluebell', 'Castor', 'Delphi', 'Ember', 'Fjord'])} ${pick(next, ['Trading', 'Foods', 'Studio', 'Labs', 'Works'])}`,
    state: pick(next, orderStates),
    amount: whole(next, 1500, 980_000) / 100,
    ordered: day(next, '2025-10-01', 410),
    rush: next() > 0.9,
    owner: whole(next, 0, 5),
    tracking: next() > 0.5 ? `https://track.example/p/${whole(next, 100_000, 999_999)}` : null,
  }),
};

const permitKinds = [
  'Building',
  'Street closure',
  'Food truck',
  'Film shoot',
  'Tree removal',
  'Signage',
];

const permits: SeedCollection = {
  name: 'Permits',
  icon: 'stamp',
  description: 'Applications received, with district, fee and decision.',
  rows: 1800,
  fields: [
    { key: 'number', name: 'Number', type: 'text', required: true },
    { key: 'applicant', name: 'Applicant', type: 'text' },
    { key: 'kind', name: 'Kind', type: 'select', choices: permitKinds },
    {
      key: 'district',
      name: 'District',
      type: 'select',
      choices: ['North', 'River', 'Old Town', 'Harbour', 'Hills'],
    },
    { key: 'received', name: 'Received on', type: 'date' },
    { key: 'fee', name: 'Fee in USD', type: 'number' },
    { key: 'granted', name: 'Granted', type: 'boolean' },
    { key: 'clerk', name: 'Clerk', type: 'person' },
  ],
  row: (next, at) => ({
    number: `P-2026-${String(at + 1).padStart(4, '0')}`,
    applicant: personName(next, 'en'),
    kind: pick(next, permitKinds),
    district: pick(next, ['North', 'River', 'Old Town', 'Harbour', 'Hills']),
    received: day(next, '2025-11-01', 380),
    fee: whole(next, 4, 160) * 5,
    granted: next() > 0.3,
    clerk: whole(next, 0, 9),
  }),
};

/** Which collections a demo tenant starts with. */
export const seedCollections: Record<string, SeedCollection[]> = {
  gangnam: [students(420), lessons(3200)],
  bundang: [students(260), lessons(1400)],
  daechi: [students(180), lessons(900)],
  acme: [orders],
  metro: [permits],
};

/** All records of a collection, the same on every machine. */
export function seedRows(collection: SeedCollection, seed: number): Record<string, SeedValue>[] {
  const next = random(seed);
  return Array.from({ length: collection.rows }, (_, at) => collection.row(next, at));
}

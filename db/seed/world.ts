/** The demo world: who exists in which pool and tenant. Names and addresses are invented. */

export type SeedRole = 'guest' | 'basic' | 'advanced' | 'company' | 'admin';

export interface SeedTenant {
  slug: string;
  name: string;
  locale: 'en' | 'ko';
  timeZone: string;
  color: string;
  words: string;
  domain?: string;
  /** Walls of its own; the shared tables without. */
  tier?: 'schema' | 'database';
  members: Record<string, SeedRole>;
  /** Further members with made-up names, all `basic`. */
  crowd: number;
  teams?: SeedTeam[];
}

export interface SeedTeam {
  name: string;
  description: string;
  /** How many of the crowd are in it, who are in no other; the first of them leads it. */
  people: number;
  below?: SeedTeam[];
}

export interface SeedPool {
  key: string;
  name: string;
  kind: 'private' | 'shared';
  /** Name by address; the key of a member. */
  people: Record<string, string>;
  tenants: SeedTenant[];
}

export const demoPassword = 'rowhouse-demo-pass';

export const staffAddress = 'staff@rowhouse.example';

export const pools: SeedPool[] = [
  {
    key: 'checkup',
    name: 'Checkup',
    kind: 'shared',
    people: {
      'student.a@example.com': 'Han Seo-yeon',
      'teacher.b@example.com': 'Oh Min-jae',
      'guardian.c@example.com': 'Han Jung-ho',
      'admin@gangnam.example': 'Kwon Hye-jin',
      'admin@bundang.example': 'Seo Dong-wook',
    },
    tenants: [
      {
        slug: 'gangnam',
        name: 'Gangnam Study Centre',
        locale: 'en',
        timeZone: 'Asia/Seoul',
        color: '#1f5eff',
        words: 'Study rooms, mentors and progress in one place.',
        members: {
          'student.a@example.com': 'basic',
          'teacher.b@example.com': 'advanced',
          'guardian.c@example.com': 'guest',
          'admin@gangnam.example': 'admin',
        },
        crowd: 64,
      },
      {
        slug: 'bundang',
        name: 'Bundang Maths Academy',
        locale: 'en',
        timeZone: 'Asia/Seoul',
        color: '#0f7b52',
        words: 'From fractions to olympiad problems.',
        tier: 'schema',
        members: {
          'student.a@example.com': 'basic',
          'guardian.c@example.com': 'guest',
          'admin@bundang.example': 'admin',
        },
        crowd: 38,
      },
      {
        slug: 'daechi',
        name: 'Daechi English Academy',
        locale: 'en',
        timeZone: 'Asia/Seoul',
        color: '#b3261e',
        words: 'Read, write, debate.',
        domain: 'learn.daechi.localhost',
        tier: 'database',
        members: { 'teacher.b@example.com': 'admin' },
        crowd: 27,
      },
    ],
  },
  {
    key: 'acme',
    name: 'Acme',
    kind: 'private',
    people: {
      'guest@acme.example': 'Gil Ferreira',
      'basic@acme.example': 'Bea Lindqvist',
      'advanced@acme.example': 'Ada Okonkwo',
      'company@acme.example': 'Cosmo Brandt',
      'admin@acme.example': 'Ines Valdez',
      'student.a@example.com': 'Sam Archer',
    },
    tenants: [
      {
        slug: 'acme',
        name: 'Acme',
        locale: 'en',
        timeZone: 'Europe/Lisbon',
        color: '#6d28d9',
        words: 'Orders, stock and service for our partners.',
        members: {
          'guest@acme.example': 'guest',
          'basic@acme.example': 'basic',
          'advanced@acme.example': 'advanced',
          'company@acme.example': 'company',
          'admin@acme.example': 'admin',
          'student.a@example.com': 'basic',
        },
        crowd: 12,
      },
    ],
  },
  {
    key: 'metro',
    name: 'Metro City Services',
    kind: 'private',
    people: { 'admin@metro.example': 'Priya Raman' },
    tenants: [
      {
        slug: 'metro',
        name: 'Metro City Services',
        locale: 'en',
        timeZone: 'America/Chicago',
        color: '#0e7490',
        words: 'Permits, inspections and facilities.',
        members: { 'admin@metro.example': 'admin' },
        crowd: 31,
        teams: [
          {
            name: 'Permits',
            description: 'Takes applications and answers them.',
            people: 3,
            below: [
              { name: 'Front desk', description: 'Counter and telephone.', people: 5 },
              { name: 'Plan review', description: 'Reads what is drawn.', people: 6 },
            ],
          },
          {
            name: 'Inspections',
            description: 'Goes and looks.',
            people: 2,
            below: [
              { name: 'Buildings', description: 'Structure and use.', people: 6 },
              { name: 'Fire safety', description: 'Ways out, alarms, storage.', people: 4 },
            ],
          },
          { name: 'Facilities', description: 'Keeps the city’s own houses.', people: 5 },
        ],
      },
    ],
  },
];

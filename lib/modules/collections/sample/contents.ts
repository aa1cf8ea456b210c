import type { CollectionInput } from '../collections/shapes';
import type { FieldInput } from '../fields/write';

type SampleField = Omit<FieldInput, 'collectionId'>;
/** A cell as a person would type it; `days` is a date so many days from today. */
type Cell = string | number | boolean | { days: number } | null;

export interface SampleCollection {
  about: CollectionInput;
  fields: readonly SampleField[];
  /** One cell for each field that is filled in, in their order; those that are worked out come last. */
  rows: readonly (readonly Cell[])[];
}

export const days = (n: number) => ({ days: n });

const contacts: SampleCollection = {
  about: {
    name: 'Contacts',
    description: 'People outside your workspace. Sample data: change it, or delete all of it.',
    icon: 'users',
  },
  fields: [
    { name: 'Name', type: 'text', required: true, width: 200 },
    { name: 'Organisation', type: 'text', width: 200 },
    { name: 'E-mail', type: 'email', width: 220 },
    {
      name: 'Status',
      type: 'select',
      width: 130,
      options: {
        choices: [
          { name: 'New', color: 'blue' },
          { name: 'Talking', color: 'yellow' },
          { name: 'Active', color: 'green' },
          { name: 'Paused', color: 'gray' },
        ],
      },
    },
    { name: 'Last contact', type: 'date', width: 140 },
    { name: 'Notes', type: 'long_text', width: 280 },
  ],
  rows: [
    ['Amara Obi', 'Lantern Books', 'amara@lantern.example', 'Active', days(-2), null],
    ['Jonas Weber', 'Weber Tools', 'jonas@weber.example', 'Talking', days(-5), 'Wants a quote.'],
    ['Kim Do-yun', 'Hanbit Print', 'doyun@hanbit.example', 'Active', days(-7), null],
    [
      'Lucía Ferrer',
      'Ferrer Travel',
      'lucia@ferrer.example',
      'New',
      null,
      'Met at the spring fair.',
    ],
    ['Park Ji-woo', 'Maru Design', 'jiwoo@maru.example', 'Talking', days(-1), null],
    [
      'Theo Laurent',
      'Atelier Laurent',
      'theo@laurent.example',
      'Paused',
      days(-64),
      'Back in autumn.',
    ],
    ['Priya Nair', 'Coastline Foods', 'priya@coastline.example', 'Active', days(-11), null],
    ['Marek Novak', 'Novak & Sons', 'marek@novak.example', 'Active', days(-19), null],
    ['Grace Mwangi', 'Uhuru Logistics', 'grace@uhuru.example', 'New', null, null],
    ['Lee Su-bin', 'Onda Music', 'subin@onda.example', 'Talking', days(-3), 'Asked for a demo.'],
    ['Ingrid Dahl', 'Fjord Outdoor', 'ingrid@fjord.example', 'Active', days(-28), null],
    ['Carlos Mendes', 'Mendes Cafe', 'carlos@mendes.example', 'Paused', days(-90), null],
    ['Yuki Tanaka', 'Tanaka Ceramics', 'yuki@tanaka.example', 'New', days(-6), null],
    [
      'Fatima Zahra',
      'Atlas Textiles',
      'fatima@atlas.example',
      'Active',
      days(-14),
      'Orders monthly.',
    ],
    ['Oliver Grant', 'Grant & Hale', 'oliver@granthale.example', 'Talking', days(-9), null],
    ['Choi Ha-eun', 'Baram Sports', 'haeun@baram.example', 'Active', days(-4), null],
    ['Nadia Haddad', 'Cedar Clinic', 'nadia@cedar.example', 'New', null, null],
    ['Samuel Osei', 'Osei Builders', 'samuel@osei.example', 'Active', days(-33), null],
    ['Elif Kaya', 'Kaya Studio', 'elif@kaya.example', 'Talking', days(-12), 'Decides next month.'],
    ['Hugo Martin', 'Martin Optics', 'hugo@martin.example', 'Paused', days(-120), null],
    ['Seo Ye-jin', 'Dasom Care', 'yejin@dasom.example', 'Active', days(-8), null],
    ['Ana Kovač', 'Adria Boats', 'ana@adria.example', 'Talking', days(-16), null],
  ],
};

const projects: SampleCollection = {
  about: {
    name: 'Projects',
    description: 'Work with a date and a price. Sample data: change it, or delete all of it.',
    icon: 'flag',
  },
  fields: [
    { name: 'Title', type: 'text', required: true, width: 240 },
    {
      name: 'Stage',
      type: 'select',
      width: 130,
      options: {
        choices: [
          { name: 'Idea', color: 'gray' },
          { name: 'Planned', color: 'blue' },
          { name: 'Under way', color: 'orange' },
          { name: 'Done', color: 'green' },
        ],
      },
    },
    { name: 'Due', type: 'date', width: 140 },
    { name: 'Budget', type: 'number', width: 120, options: { min: 0, decimals: 0 } },
    { name: 'Invoiced', type: 'boolean', width: 100 },
    { name: 'Link', type: 'url', width: 220 },
    {
      name: 'Days left',
      type: 'formula',
      width: 110,
      options: { formula: 'IF({Stage} = "Done", BLANK(), DATETIME_DIFF({Due}, TODAY(), "days"))' },
    },
  ],
  rows: [
    ['Spring catalogue', 'Done', days(-41), 4200, true, 'https://example.com/catalogue'],
    ['New website', 'Under way', days(12), 9800, false, 'https://example.com/website'],
    ['Open day', 'Planned', days(26), 1500, false, null],
    ['Customer survey', 'Done', days(-18), 600, true, null],
    ['Price list in two languages', 'Under way', days(5), 900, false, null],
    ['Move the archive', 'Planned', days(58), 2400, false, null],
    ['Newsletter for partners', 'Under way', days(2), 300, false, 'https://example.com/news'],
    ['Photographs of the team', 'Done', days(-70), 750, true, null],
    ['Training for newcomers', 'Planned', days(33), 1200, false, null],
    ['Second storeroom', 'Idea', null, 6500, false, null],
    ['Accessible entrance', 'Idea', null, 11000, false, null],
    ['Yearly report', 'Planned', days(84), 2000, false, null],
    ['Stand at the autumn fair', 'Planned', days(102), 3600, false, 'https://example.com/fair'],
    ['Renew the insurance', 'Done', days(-9), 1850, true, null],
    ['Repair of the press', 'Under way', days(-3), 1100, false, null],
    ['Loyalty card', 'Idea', null, 500, false, null],
    ['Switch the power supplier', 'Done', days(-25), 0, false, null],
    [
      'Short film about the workshop',
      'Under way',
      days(19),
      5400,
      false,
      'https://example.com/film',
    ],
  ],
};

export const sampleCollections: readonly SampleCollection[] = [contacts, projects];

import { enquiries } from './enquiries';
import { random } from './names';
import { customers, orders } from './orders';
import { permits } from './permits';
import type { SeedCollection, SeedValue } from './shapes';
import { courses, lessons, students } from './study';

const studyCentre = (size: { students: number; lessons: number }): SeedCollection[] => [
  courses,
  students(size.students),
  lessons(size.lessons),
  enquiries,
];

/** Which collections a demo tenant starts with. */
export const seedCollections: Record<string, SeedCollection[]> = {
  gangnam: studyCentre({ students: 420, lessons: 3200 }),
  bundang: studyCentre({ students: 260, lessons: 1400 }),
  daechi: studyCentre({ students: 180, lessons: 900 }),
  acme: [customers, orders],
  metro: [permits],
};

/** All records of a collection, the same on every machine but for days, which lie around today. */
export function seedRows(collection: SeedCollection, seed: number): Record<string, SeedValue>[] {
  const next = random(seed);
  return Array.from({ length: collection.rows }, (_, at) => collection.row(next, at));
}

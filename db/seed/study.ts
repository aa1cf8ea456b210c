import { dayAround, dayFromToday, whole, workdayAround } from './days';
import { personName, pick } from './names';
import type { SeedCollection } from './shapes';

const subjects = ['Algebra', 'Geometry', 'Calculus', 'English', 'Physics', 'Chemistry', 'Essay'];
const grades = ['Grade 7', 'Grade 8', 'Grade 9', 'Grade 10', 'Grade 11', 'Grade 12'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const levels = ['foundation', 'advanced'];

const titleOf = (at: number) =>
  `${subjects[at % subjects.length]} ${levels[Math.floor(at / subjects.length) % 2]}`;
/** Days from today on which a course begins. */
const firstDay = (at: number) => -40 + ((at * 17) % 55);
const courseCount = subjects.length * 2;
const anyCourse = (next: () => number) => titleOf(whole(next, 0, courseCount - 1));

/** What students and lessons lead to. */
export const courses: SeedCollection = {
  name: 'Courses',
  icon: 'book',
  description: 'What is taught this term: days, room, fee and syllabus of each course.',
  rows: courseCount,
  fields: [
    { name: 'Title', type: 'text', required: true, width: 190 },
    { name: 'Code', type: 'text', required: true, unique: true, width: 90 },
    { name: 'Subject', type: 'select', choices: subjects, width: 120 },
    { name: 'Days', type: 'multi_select', choices: weekdays, width: 220 },
    { name: 'First lesson', type: 'datetime', width: 160 },
    { name: 'Last lesson', type: 'date', width: 120 },
    { name: 'Room', type: 'text', width: 110 },
    { name: 'Fee', type: 'money', options: { currency: 'KRW', min: 0 }, width: 120 },
    { name: 'Places', type: 'number', default: 12, options: { min: 1, decimals: 0 }, width: 90 },
    { name: 'Teacher', type: 'person', width: 150 },
    {
      name: 'Syllabus',
      type: 'file',
      options: { maxFiles: 3, maxMegabytes: 5, kinds: ['pdf'] },
      width: 220,
    },
  ],
  row: (next, at) => ({
    title: titleOf(at),
    code: `${(subjects[at % subjects.length] ?? '').slice(0, 3).toUpperCase()}-${Math.floor(at / subjects.length) + 1}0`,
    subject: subjects[at % subjects.length] ?? null,
    days: weekdays.filter((_, day) => (day + at) % 3 === 0),
    first_lesson: `${dayFromToday(firstDay(at))} ${pick(next, ['15:00', '16:30', '18:00'])}`,
    last_lesson: dayFromToday(firstDay(at) + 35 + ((at * 11) % 40)),
    room: `Room ${whole(next, 1, 4)}0${whole(next, 1, 6)}`,
    fee: String(whole(next, 18, 42) * 10_000),
    places: pick(next, [8, 12, 12, 16]),
    teacher: whole(next, 4, 9),
  }),
  views: [
    {
      name: 'Term',
      kind: 'timeline',
      state: { date: 'first_lesson', end: 'last_lesson', lanes: 'subject' },
    },
  ],
  papers: { field: 'Syllabus', rows: 3, title: ({ title }) => `${title}: syllabus` },
};

export const students = (rows: number): SeedCollection => ({
  name: 'Students',
  icon: 'graduation',
  description: 'Everybody enrolled this year, with courses, guardian contact and mentor.',
  rows,
  fields: [
    { name: 'Name', type: 'text', required: true, width: 150 },
    { name: 'Grade', type: 'select', choices: grades, width: 110 },
    { name: 'E-mail', type: 'email', width: 210 },
    { name: 'Enrolled on', type: 'date', default: 'today', width: 120 },
    { name: 'Last score', type: 'number', options: { min: 0, max: 100 }, width: 100 },
    { name: 'Fees paid', type: 'boolean', width: 90 },
    { name: 'Mentor', type: 'person', width: 140 },
    { name: 'Courses', type: 'relation', target: 'Courses', many: true, width: 230 },
    { name: 'Balance', type: 'money', options: { currency: 'KRW' }, width: 110 },
    { name: 'Note', type: 'long_text', width: 220 },
  ],
  row: (next, at) => {
    const paid = next() > 0.18;
    return {
      name: personName(next, 'ko'),
      grade: pick(next, grades),
      e_mail: `student${at + 1}@school.example`,
      enrolled_on: dayAround(next, [-640, -20]),
      last_score: whole(next, 420, 1000) / 10,
      fees_paid: paid,
      mentor: whole(next, 4, 12),
      courses: [...new Set([anyCourse(next), anyCourse(next)])],
      balance: paid ? '0' : String(whole(next, 4, 40) * -10_000),
      note: next() > 0.8 ? pick(next, notes) : null,
    };
  },
  views: [
    {
      name: 'By grade',
      kind: 'grid',
      state: {
        group: { field: 'grade', direction: 'asc' },
        sum: 'balance',
        tints: [{ color: 'red', filter: { field: 'fees_paid', op: 'equals', value: false } }],
        hidden: ['e_mail'],
      },
    },
    {
      name: 'Fees open',
      kind: 'grid',
      state: {
        filters: [{ field: 'fees_paid', op: 'equals', value: false }],
        sorts: [{ field: 'balance', direction: 'asc' }],
      },
    },
  ],
  deeds: [
    { row: 0, by: 5, sets: { last_score: 88.5 } },
    { row: 0, by: 0, says: 'Guardian asked for a second lesson a week. I said we would call.' },
    { row: 0, by: 5, says: 'Called: Thursdays after half past four.' },
    { row: 0, by: 5, sets: { note: 'Second lesson on Thursdays.' } },
  ],
});

const notes = ['Prefers mornings.', 'Preparing for the olympiad.', 'Call the guardian first.'];

export const lessons = (rows: number): SeedCollection => ({
  name: 'Lessons',
  icon: 'calendar',
  description: 'Every lesson of this term, with course, room, length and attendance.',
  rows,
  fields: [
    { name: 'Title', type: 'text', required: true, width: 180 },
    { name: 'Course', type: 'relation', target: 'Courses', width: 190 },
    { name: 'Room', type: 'lookup', through: 'Course', shows: 'Room', width: 110 },
    { name: 'Subject', type: 'select', choices: subjects, width: 120 },
    { name: 'Begins', type: 'datetime', width: 160 },
    { name: 'Minutes', type: 'number', default: 90, width: 90 },
    { name: 'Present', type: 'number', width: 90 },
    { name: 'Teacher', type: 'person', width: 150 },
    { name: 'Cancelled', type: 'boolean', width: 100 },
  ],
  row: (next, at) => {
    const subject = pick(next, subjects);
    const day = workdayAround(next, [-210, 40]);
    return {
      title: `${subject} ${whole(next, 1, 24)}-${(at % 4) + 1}`,
      course: `${subject} ${pick(next, levels)}`,
      subject,
      begins: `${day} ${pick(next, ['14:00', '15:30', '16:30', '18:00', '19:30'])}`,
      minutes: pick(next, [50, 75, 90, 120]),
      present: day < dayFromToday(0) ? whole(next, 4, 22) : null,
      teacher: whole(next, 4, 10),
      cancelled: next() > 0.95,
    };
  },
  views: [
    {
      name: 'Essay lessons',
      kind: 'calendar',
      state: { date: 'begins', filters: [{ field: 'subject', op: 'equals', value: 'essay' }] },
    },
  ],
});

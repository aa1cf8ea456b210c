import { dayAround, dayFromToday, workdayAround } from './days';
import { personName, pick } from './names';
import type { SeedCollection } from './shapes';

const subjects = ['Algebra', 'Geometry', 'Calculus', 'English', 'Physics', 'Chemistry', 'Essay'];
const grades = ['Grade 7', 'Grade 8', 'Grade 9', 'Grade 10', 'Grade 11', 'Grade 12'];
const stages = ['New', 'Called', 'Visit booked', 'Enrolled', 'Declined'];
const wishes = [
  'Two afternoons a week would be best.',
  'We are new in the district.',
  'Her brother is with you already.',
  'Only Saturdays, because of swimming.',
];
const hours = ['15:00', '16:00', '17:30', '19:00'];

/** What guests ask for through a form, worked through on a board. */
export const enquiries: SeedCollection = {
  name: 'Enquiries',
  icon: 'flag',
  description: 'Families who asked for a trial lesson, from first message to enrolment.',
  rows: 46,
  fields: [
    { name: 'Student', type: 'text', required: true, width: 150 },
    { name: 'E-mail', type: 'email', required: true, width: 210 },
    { name: 'Stage', type: 'select', choices: stages, default: 'new', width: 120 },
    { name: 'Grade', type: 'select', choices: grades, width: 110 },
    { name: 'Subjects', type: 'multi_select', choices: subjects, width: 200 },
    { name: 'Asked on', type: 'date', default: 'today', width: 120 },
    { name: 'Visit', type: 'datetime', width: 160 },
    { name: 'Deposit', type: 'money', options: { currency: 'KRW', min: 0 }, width: 110 },
    { name: 'Handled by', type: 'person', width: 150 },
    { name: 'Wishes', type: 'long_text', width: 240 },
    { name: 'School report', type: 'file', options: { maxFiles: 2, maxMegabytes: 5 }, width: 200 },
  ],
  row: (next, at) => {
    const stage = pick(next, stages);
    const visited = stage === 'Visit booked' || stage === 'Enrolled';
    return {
      student: personName(next, 'ko'),
      e_mail: `family${at + 1}@home.example`,
      stage,
      grade: pick(next, grades),
      subjects: subjects.filter(() => next() > 0.72).slice(0, 3),
      asked_on: dayAround(next, [-40, -1]),
      visit: visited ? `${workdayAround(next, [-12, 20])} ${pick(next, hours)}` : null,
      deposit: stage === 'Enrolled' ? '50000' : null,
      handled_by: stage === 'New' ? null : pick(next, [0, 4, 5, 6]),
      wishes: next() > 0.5 ? pick(next, wishes) : null,
    };
  },
  papers: { field: 'School report', rows: 2, title: ({ student }) => `${student}: school report` },
  views: [
    {
      name: 'Pipeline',
      kind: 'board',
      state: {
        columns: 'stage',
        sorts: [{ field: 'asked_on', direction: 'desc' }],
        hidden: ['e_mail', 'asked_on', 'wishes', 'school_report', 'deposit'],
      },
    },
    { name: 'Visits', kind: 'calendar', state: { date: 'visit' } },
    {
      name: 'Waiting for a call',
      kind: 'grid',
      state: {
        filters: [{ field: 'stage', op: 'equals', value: 'new' }],
        sorts: [{ field: 'asked_on', direction: 'asc' }],
        hidden: ['visit', 'deposit', 'handled_by'],
      },
    },
  ],
  rules: {
    guest: { see: 'none', change: 'none', remove: 'none', create: false },
    basic: {
      see: 'involved',
      change: 'involved',
      remove: 'none',
      create: true,
      fields: { Deposit: 'read' },
    },
  },
  form: {
    title: 'Ask for a trial lesson',
    intro:
      'Tell us who is coming and what they would like to learn. The first lesson is free, and we call back within two days.',
    thanks: 'Thank you. We call within two days to find a time that suits you.',
    fields: [
      { field: 'Student', label: 'Name of the student', required: true },
      { field: 'E-mail', label: 'Your e-mail address', required: true },
      { field: 'Grade' },
      { field: 'Subjects', label: 'What would they like to learn?' },
      { field: 'Visit', label: 'When could you come by?' },
      { field: 'Wishes', label: 'Anything we should know?' },
      { field: 'School report', help: 'If you have one at hand. PDF or a picture, up to 5 MB.' },
    ],
  },
  deeds: [
    { row: 0, by: 0, sets: { stage: 'Called', handled_by: 4 } },
    { row: 0, by: 4, says: 'Spoke with the mother. They want to see a lesson before they decide.' },
    { row: 0, by: 4, sets: { stage: 'Visit booked', visit: `${dayFromToday(1)} 16:00` } },
    { row: 0, by: 0, says: 'Good. @4 please show them the library too.' },
    { row: 1, by: 0, says: 'No answer twice. Trying again on Monday.' },
  ],
};

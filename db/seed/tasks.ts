/** A task of a demo tenant. */
export interface SeedTask {
  title: string;
  instructions: string;
  /** Days from the day of the seed; null for a task without a date. */
  due: number | null;
  takes: 'text' | 'files' | 'both' | 'nothing';
}

const task = (
  title: string,
  due: number | null,
  takes: SeedTask['takes'],
  instructions: string,
): SeedTask => ({ title, due, takes, instructions });

const studyCentre: SeedTask[] = [
  task('Weekly study plan', 3, 'text', 'Name three goals for next week and when you work on each.'),
  task('Reading log, chapters 4 to 6', -4, 'text', 'Two sentences on each chapter, in your words.'),
  task(
    'Mock exam: photos of your sheets',
    1,
    'files',
    'One photo a page. Write your name on each.',
  ),
  task('Vocabulary test corrections', -9, 'both', 'Correct each word and use it in a sentence.'),
  task('Desk rules read', 7, 'nothing', 'Read the rules beside the door and mark this as done.'),
  task('Physics: free fall report', -2, 'both', 'Method, table of values, and what surprised you.'),
  task('Science fair idea', 14, 'text', 'One idea, one question it answers, and what you need.'),
  task(
    'Korean essay: a place I know',
    5,
    'text',
    '600 to 800 characters. No clichés about seasons.',
  ),
  task('Mentor talk: three questions', 2, 'text', 'What do you want to ask your mentor on Friday?'),
  task('Chemistry: balancing equations', -14, 'files', 'Sheet 12, all of part B.'),
  task('Library card collected', null, 'nothing', 'At the front desk, any afternoon.'),
  task('Term review', 21, 'text', 'What went well, what did not, what you change.'),
];

const maths: SeedTask[] = [
  task('Fractions, sheet 7', -3, 'files', 'Show each step. A result alone counts for nothing.'),
  task('Proof: sum of odd numbers', 4, 'text', 'Prove that the first n odd numbers add up to n².'),
  task('Geometry: inscribed angles', -7, 'files', 'Exercises 3 to 9 with drawings.'),
  task('Olympiad warm-up 1', 2, 'both', 'Solve two of five. Say where you got stuck.'),
  task('Error hunt', 6, 'text', 'The proof on page 31 is wrong. Find the step.'),
  task('Probability: dice project', -1, 'both', '100 throws, a table, and what you expected.'),
  task('Bring a compass', 1, 'nothing', 'We draw on Thursday.'),
  task('Linear equations, test corrections', -12, 'text', 'Every mistake: what it was and why.'),
  task('Olympiad warm-up 2', 9, 'both', 'Solve two of five.'),
  task('A puzzle for the others', null, 'text', 'One that you can solve yourself.'),
];

const english: SeedTask[] = [
  task('Essay: should homework be optional?', -2, 'text', 'Two sides, then yours. 250 words.'),
  task('Debate brief: school uniforms', 3, 'both', 'Three points for, three against, one source.'),
  task('Listening diary', 6, 'text', 'Ten minutes a day. Write down five new phrases.'),
  task('Reading: The Paper Kite', -6, 'text', 'Who changes, and where do you see it?'),
  task('Record yourself', 2, 'files', 'Two minutes on your weekend. No script.'),
  task('Irregular verbs, round 3', -11, 'files', 'A photo of your sheet.'),
  task(
    'Parent evening letter taken home',
    1,
    'nothing',
    'Mark this as done once they have read it.',
  ),
  task('Book choice for spring', 12, 'text', 'Name one book and say why in three sentences.'),
  task('Peer review: essay of your partner', 5, 'text', 'Two things to keep, two to change.'),
  task('Pronunciation: th', null, 'files', 'Twelve words from the list.'),
];

/** Tasks of demo tenants, by their slug. */
export const seedTasks: Record<string, readonly SeedTask[]> = {
  gangnam: studyCentre,
  bundang: maths,
  daechi: english,
};

/** What people hand in, and what is said of it. */
export const seedAnswers = [
  'Done as asked. The second part took me longest; I was not sure about the last line.',
  'I worked on it on Tuesday and Wednesday. Please look at the middle section.',
  'Here is my answer. I checked it with a classmate.',
  'First version. I can add more examples if you want.',
];

export const seedPraise = [
  'Clear and complete. Well done.',
  'Good. Mind the last step next time.',
  '',
  'Much better than last week.',
];

export const seedObjections = [
  'The idea is right. Show how you got there, then hand it in again.',
  'The second half is missing. Two more sentences are enough.',
  'Read the instructions once more: the table is not there yet.',
];

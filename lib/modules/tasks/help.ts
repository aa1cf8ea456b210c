import type { HelpTopic } from '../define-module';

/** What people ask about tasks. */
export const help: HelpTopic[] = [
  {
    question: 'How do I hand something in?',
    answer:
      'Open the task, write or add files and choose “Hand in”. If it is returned, the words of whoever reviewed it stand beside your work, and you can hand in again.',
    permission: 'tasks.submit',
    path: '/tasks',
  },
  {
    question: 'How do I give a task?',
    answer:
      'Choose “Give task”, name the people, teams or roles it is for, a due date and who reviews it. Whoever joins such a team or role later gets it too.',
    permission: 'tasks.assign',
    path: '/tasks/new',
  },
  {
    question: 'Where do I see what waits for my review?',
    answer:
      'Under Tasks, “To review” lists what was handed in. Accept it, or return it with words on what is missing.',
    permission: 'tasks.review',
    path: '/tasks/review',
  },
];

import type { HelpTopic, ModuleManifest } from '../../modules/define-module';
import { manifests } from '../../modules/registry';
import type { Flags } from '../flags/flags-of';

/** A question with its answer, in the words of the code. */
export interface HelpQuestion {
  question: string;
  answer: string;
  path?: string;
}

/** Questions about one thing. */
export interface HelpSection {
  id: string;
  title: string;
  icon: string;
  questions: readonly HelpQuestion[];
}

interface Reader {
  modulesOff: readonly string[];
  can(permission: ModuleManifest['permissions'][number]['id']): boolean;
  flags: Flags;
}

/** What concerns everybody who has an account here. */
const account: HelpSection = {
  id: 'account',
  title: 'Your account',
  icon: 'users',
  questions: [
    {
      question: 'How do I get anywhere quickly?',
      answer:
        'Press Ctrl K (⌘ K on a Mac) and type where you want to go or what you look for. G and then a letter goes to a place at once: G H to home, G S to settings.',
    },
    {
      question: 'How do I change my language, time zone or password?',
      answer: 'All of it is on your account page, behind your name at the bottom of the menu.',
      path: '/account',
    },
    {
      question: 'Where am I signed in, and how do I end that?',
      answer:
        'Your account page lists each device with when it was last used. “Sign out there” ends it within a second.',
      path: '/account',
    },
    {
      question: 'Something says that I may not. Whom do I ask?',
      answer:
        'The page that refuses names who can give you the right. Rights come with roles, and admins of the workspace give those.',
    },
  ],
};

/**
 * What a person may ask about: each module that is on, as far as they can use it and its switches let
 * them, then their account.
 */
export async function helpFor({ modulesOff, can, flags }: Reader): Promise<HelpSection[]> {
  const open = manifests.filter(({ id }) => !modulesOff.includes(id));
  const isOn = async ({ permission, flag }: HelpTopic) =>
    can(permission) && (!flag || (await flags.value(flag)) !== flag.off);
  const sections = await Promise.all(
    open.map(async ({ id, title, icon, help = [] }) => {
      const on = await Promise.all(help.map(isOn));
      const questions = help
        .filter((_, n) => on[n])
        .map(({ permission: _, flag: __, ...question }) => question);
      return { id, title, icon, questions };
    }),
  );
  return [...sections, account].filter(({ questions }) => questions.length > 0);
}

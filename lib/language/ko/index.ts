import type { Language } from '../languages';
import { acts } from './acts';
import { auth } from './auth';
import { collections } from './collections';
import { consoleArea } from './console';
import { customFields } from './custom-fields';
import { developers } from './developers';
import { guest } from './guest';
import { help } from './help';
import { invoices } from './invoices';
import { mail } from './mail';
import { member } from './member';
import { opening } from './opening';
import { plans } from './plans';
import { settings } from './settings';
import { shared } from './shared';
import { site } from './site';
import { start } from './start';
import { tasks } from './tasks';
import { things } from './things';
import { userPlans } from './user-plans';

/** Korean, by area; the keys are the English words. */
export const ko = {
  shared,
  acts,
  auth,
  member,
  settings: { ...settings, ...things },
  developers,
  collections,
  plans,
  userPlans,
  tasks,
  customFields,
  guest,
  help,
  invoices,
  mail,
  site,
  start,
  opening,
  console: { ...consoleArea, ...things },
} as const;

const none: Readonly<Record<string, string>> = {};

/** What an area says in a language; nothing for English, which is written in the code. */
export const messagesIn = (
  language: Language,
  area: keyof typeof ko,
): Readonly<Record<string, string>> => (language === 'ko' ? ko[area] : none);

import { proceduresByName } from '@/lib/doors/job';
import { metaOf } from '@/lib/doors/procedure';
import type { Language } from '@/lib/language/languages';
import { wordingIn } from '@/lib/language/wording-in';

/** What a procedure does, in the words before its details; its name when the product no longer has it. */
export function actWords(name: string, language: Language = 'en'): string {
  const procedure = proceduresByName.get(name);
  if (!procedure) return name;
  const said = wordingIn(language, 'acts').said(metaOf(procedure).summary);
  return said.replace(/(?<=.{12})[;:] .*|\.$/s, '');
}

const doors: Record<string, string> = {
  page: 'A page',
  action: 'A page',
  rest: 'The API',
  job: 'A background job',
  cli: 'The command line',
};

export const doorWords = (door: string) => doors[door] ?? door;

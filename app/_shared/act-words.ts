import { proceduresByName } from '@/lib/doors/job';
import { metaOf } from '@/lib/doors/procedure';

/** What a procedure does, in words; its name when the product no longer has it. */
export function actWords(name: string): string {
  const procedure = proceduresByName.get(name);
  return procedure ? metaOf(procedure).summary.replace(/\.$/, '') : name;
}

const doors: Record<string, string> = {
  page: 'A page',
  action: 'A page',
  rest: 'The API',
  job: 'A background job',
  cli: 'The command line',
};

export const doorWords = (door: string) => doors[door] ?? door;

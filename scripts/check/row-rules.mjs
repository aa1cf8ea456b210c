import { readSources } from './source-files.mjs';

const uses = /\.(?:from|update|delete|innerJoin|leftJoin)\(records\b|insert into \$\{records\}/g;
const seams = /\b(?:rowsOf|rowsAmong)\(/g;

const at = 'lib/modules/collections/';

/** Questions that need no rule of rows of their own: how many in a file, and why. */
const around = {
  [`${at}view/page.ts`]: [2, 'a query carries its rows, which `recordQuery` takes from `rowsOf`'],
  [`${at}view/picked.ts`]: [2, 'the same query, and the rows that it picked'],
  [`${at}search/reach.ts`]: [1, 'the same query'],
  [`${at}view/groups.ts`]: [1, 'the same query'],
  [`${at}view/sums.ts`]: [2, 'the same query, of one field or another'],
  [`${at}records/plain-list.ts`]: [2, 'thrown away unless everything is open to the reader'],
  [`${at}records/update.ts`]: [
    2,
    'one condition for two questions, and a write to the row it locked',
  ],
  [`${at}records/insert.ts`]: [1, 'new records; who may add is asked before'],
  [`${at}records/change.ts`]: [
    1,
    'documents of records that the caller found by the rules and locked',
  ],
  [`${at}records/taken.ts`]: [
    1,
    'a value stands once in all records; what is not seen is not named',
  ],
  [`${at}attachments/verbs.ts`]: [1, 'a file is given only once `getRecord` showed its holder'],
  [`${at}attachments/hold.ts`]: [1, 'a field that comes back takes the files of all its records'],
  [`${at}come-over/bring-over.ts`]: [1, 'a job that gives one person’s records another id, unseen'],
  [`${at}come-over/rename-in-records.ts`]: [3, 'the same job, in fields that name the person'],
  [`${at}forms/tell.ts`]: [1, 'whether the record is still there; the mail says nothing of it'],
  [`${at}fields/reshape.ts`]: [2, 'a change of design rewrites every record'],
  [`${at}fields/slots.ts`]: [1, 'a change of design empties a column'],
  [`${at}imports/revert.ts`]: [4, 'refused before unless everything is open to the person'],
  [`${at}imports/revert-preview.ts`]: [3, 'refused before unless everything is open to the person'],
  [`${at}trash/change.ts`]: [
    4,
    'the sweep, which shows nobody anything, and `inTrash`, which goes by the rules',
  ],
  [`${at}trash/list.ts`]: [1, 'the list and its count by one `inTrash`'],
};

/** Questions about records that go neither through the rules of rows nor past them with a reason. */
export function unruledRecords(root) {
  return readSources(root, ['app', 'lib'])
    .filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path))
    .flatMap(({ path, text }) => {
      if (!/\brecords\b[^;]*from '@\/db\/schema\/tenant/.test(text)) return [];
      const asked = (text.match(uses) ?? []).length;
      const ruled = (text.match(seams) ?? []).length;
      const [allowed = 0] = around[path] ?? [];
      if (asked <= ruled + allowed) return [];
      return [`${path} asks for records ${asked} times, ${ruled} times by their rules`];
    });
}

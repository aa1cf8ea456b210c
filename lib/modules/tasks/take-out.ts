import { stringify } from 'csv-stringify/sync';
import { jsonArray } from '@/lib/files/json-array';
import { nameInExport } from '@/lib/files/name-in-export';
import type { TakeOut, TakeOutSource } from '../define-module';

const tables: Record<string, readonly string[]> = {
  tasks: [
    ...['id', 'title', 'instructions', 'due_at', 'due_zone', 'takes_text', 'takes_files'],
    ...['reviewed', 'created_by', 'created_at', 'about_module', 'about_within', 'about_id'],
  ],
  task_targets: ['task_id', 'kind', 'target_id'],
  task_work: ['task_id', 'user_id', 'state', 'attempt', 'handed_in_at', 'changed_at'],
  task_submissions: [
    ...['id', 'task_id', 'user_id', 'attempt', 'body', 'handed_in_at', 'verdict', 'feedback'],
    ...['reviewed_by', 'reviewed_at', 'files'],
  ],
};

/** Tasks, for whom they are, and what was handed in, each as CSV and as JSON. */
export const takeOutTasks: TakeOut = async function* (source) {
  const files = await filesOf(source);
  for (const [table, columns] of Object.entries(tables)) {
    const name = `tasks/${table.replace('task_', '')}`;
    const read = { source, table, columns, files };
    yield { name: `${name}.csv`, data: csvOf(read) };
    yield { name: `${name}.json`, data: jsonArray(rowsOf(read)) };
  }
};

interface Reading {
  source: TakeOutSource;
  table: string;
  columns: readonly string[];
  /** Where an export lays the files of each submission. */
  files: ReadonlyMap<string, string[]>;
}

async function* csvOf({ source, table, columns, files }: Reading) {
  yield stringify([[...columns]], { bom: true });
  for await (const row of source.documents(table)) {
    const whole = withFiles(row, files);
    yield stringify([columns.map((column) => whole[column] ?? '')], { escape_formulas: true });
  }
}

async function* rowsOf({ source, table, columns, files }: Reading) {
  for await (const row of source.documents(table)) {
    const whole = withFiles(row, files);
    yield [Object.fromEntries(columns.map((column) => [column, whole[column] ?? null]))];
  }
}

type Row = Record<string, unknown>;

const withFiles = (row: Row, files: Reading['files']): Row => ({
  ...row,
  files: (files.get(String(row.id)) ?? []).join(' '),
});

async function filesOf(source: TakeOutSource): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const { id, name, record_id: of } of source.documents('files', ofTasks)) {
    if (of === null) continue;
    const own = found.get(String(of)) ?? [];
    found.set(String(of), [...own, `../files/${nameInExport(String(id), String(name))}`]);
  }
  return found;
}

const ofTasks = { column: 'purpose', value: 'task' };

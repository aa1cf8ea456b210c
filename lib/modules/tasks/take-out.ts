import { stringify } from 'csv-stringify/sync';
import type { TakeOut, TakeOutSource } from '../define-module';

const tables: Record<string, readonly string[]> = {
  tasks: ['id', 'title', 'instructions', 'due_at', 'due_zone', 'created_by', 'created_at'],
  task_targets: ['task_id', 'kind', 'target_id'],
  task_submissions: [
    ...['id', 'task_id', 'user_id', 'attempt', 'body', 'handed_in_at', 'verdict', 'feedback'],
    ...['reviewed_by', 'reviewed_at'],
  ],
};

/** Tasks, for whom they are, and what was handed in, each as CSV and as JSON. */
export const takeOutTasks: TakeOut = async function* (source) {
  for (const [table, columns] of Object.entries(tables)) {
    const name = `tasks/${table.replace('task_', '')}`;
    yield { name: `${name}.csv`, data: csvOf(source, table, columns) };
    yield { name: `${name}.json`, data: jsonOf(source, table, columns) };
  }
};

async function* csvOf(source: TakeOutSource, table: string, columns: readonly string[]) {
  yield stringify([[...columns]], { bom: true });
  for await (const row of source.documents(table)) {
    yield stringify([columns.map((column) => row[column] ?? '')], { escape_formulas: true });
  }
}

async function* jsonOf(source: TakeOutSource, table: string, columns: readonly string[]) {
  let before = '[\n';
  for await (const row of source.documents(table)) {
    const kept = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    yield `${before}${JSON.stringify(kept)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

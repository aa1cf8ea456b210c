import { expect, it } from 'vitest';
import type { TakeOutSource } from '../modules/define-module';
import { takeOutMembers } from './take-out';

type Row = Record<string, unknown>;

const sourceOf = (tables: Record<string, Row[]>): TakeOutSource => ({
  async *documents(table) {
    yield* tables[table] ?? [];
  },
});

async function filesOf(tables: Record<string, Row[]>) {
  const files = new Map<string, unknown>();
  for await (const { name, data } of takeOutMembers(sourceOf(tables))) {
    let text = '';
    for await (const part of data) text += part;
    files.set(name, JSON.parse(text));
  }
  return Object.fromEntries(files);
}

const field = (key: string, type: string, more: Row = {}) => ({
  ...{ subject: 'member', key, name: key.toUpperCase(), type, choices: [] },
  ...{ archived_at: null, position: 0, ...more },
});

it('names members and options, and leaves out who is gone and what is archived', async () => {
  const choices = [{ id: 's', name: 'Small' }];
  const files = await filesOf({
    custom_fields: [
      field('size', 'select', { choices, position: 1 }),
      field('desk', 'number'),
      field('fax', 'text', { archived_at: '2026-01-01' }),
      field('hours', 'number', { subject: 'task' }),
    ],
    custom_values: [
      { subject: 'member', thing_id: 'p1', data: { size: 's', desk: 7, fax: '1' } },
      { subject: 'task', thing_id: 'p2', data: { hours: 3 } },
    ],
    people: [
      { id: 'p1', name: 'Kim', email: 'kim@a.example', state: 'active' },
      { id: 'p2', name: 'Lee', email: 'lee@a.example', state: 'active' },
      { id: 'p3', name: 'Gone', email: 'gone@a.example', state: 'removed' },
    ],
  });
  expect(files).toEqual({
    'members.json': [
      { name: 'Kim', email: 'kim@a.example', fields: { DESK: 7, SIZE: 'Small' } },
      { name: 'Lee', email: 'lee@a.example', fields: { DESK: null, SIZE: null } },
    ],
  });
});

it('adds nothing where members have no fields', async () => {
  const people = [{ id: 'p1', name: 'Kim', email: 'kim@a.example', state: 'active' }];
  expect(await filesOf({ people })).toEqual({});
});

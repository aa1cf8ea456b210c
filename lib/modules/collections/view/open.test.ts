import { describe, expect, it } from 'vitest';
import type { Field, FieldType } from '../fields/shapes';
import type { SavedView } from '../views/shapes';
import { openView } from './open';
import { type Filter, plainState } from './state';

const total = (type: FieldType, options: object = {}) =>
  ({ key: 'total', name: 'Total', type, options, sortable: true }) as Field;

/** A saved view that shows records with this total, and gives them a colour. */
const keptBy = (filter: Omit<Filter, 'field'>): SavedView => {
  const whole = { field: 'total', ...filter };
  const { kind, ...state } = plainState;
  const asked = { filters: [whole], tints: [{ color: 'red' as const, filter: whole }] };
  const is = { name: 'Large', shared: true, isDefault: true, version: 1, updatedAt: new Date() };
  return { id: '0190c5c5-0000-7000-8000-000000000001', kind, state: { ...state, ...asked }, ...is };
};

const open = (filter: Omit<Filter, 'field'>, field: Field, query = '') =>
  openView(new URLSearchParams(query), [keptBy(filter)], { id: 'own', fields: [field] });

const euro = { currency: 'EUR', decimals: 2 };

describe('a saved view whose field became of another type', () => {
  const said = ['a filter by Total'];

  it.each<[string, Omit<Filter, 'field'>, Field]>([
    ['a number for a day', { op: 'gt', value: '50' }, total('date')],
    ['a number for a moment', { op: 'lt', value: 50 }, total('datetime')],
    ['a text for a number', { op: 'equals', value: 'many' }, total('number')],
    ['finer than its money', { op: 'gte', value: '0.125' }, total('money', euro)],
    ['one of two for a number', { op: 'between', value: ['1', 'many'] }, total('number')],
    ['a name for a person', { op: 'equals', value: 'Pia' }, total('person')],
    ['an option for yes or no', { op: 'equals', value: 'maybe' }, total('boolean')],
  ])('leaves %s out, and says so', (_, filter, field) => {
    const { view, base, dropped } = open(filter, field);
    expect(view).toMatchObject({ filters: [], tints: [] });
    expect(base).toMatchObject({ filters: [], tints: [] });
    expect(dropped).toEqual(said);
  });

  it.each<[string, Omit<Filter, 'field'>, Field]>([
    ['an amount', { op: 'gt', value: '50.5' }, total('money', euro)],
    ['numbers', { op: 'one_of', value: ['1,000', '2'] }, total('number')],
    ['a day', { op: 'lt', value: '2026-03-01' }, total('datetime')],
    ['what is not filled in yet', { op: 'equals', value: '' }, total('person')],
    ['nothing to compare with', { op: 'is_empty' }, total('date')],
    ['any text', { op: 'contains', value: '50' }, total('text')],
  ])('keeps %s', (_, filter, field) => {
    const { view, dropped } = open(filter, field);
    expect(view.filters).toEqual([{ field: 'total', ...filter }]);
    expect(view.tints).toHaveLength(1);
    expect(dropped).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineConfig } from './define';
import { fieldsOf } from './form';
import { configs } from './registry';

const made = (shape: z.ZodRawShape, values: Record<string, unknown>) =>
  defineConfig({
    ...{ name: 'rooms', version: 1, migrations: {}, default: values },
    schema: z.strictObject(shape),
  });

it('shows each field of a schema by its kind, with its words and bounds', () => {
  const rooms = made(
    {
      seats: z.number().int().min(1).max(90).meta({ title: 'Seats', description: 'In one room.' }),
      open: z.boolean().meta({ title: 'Open' }),
      from: z.string().meta({ title: 'From', format: 'time' }),
      floor: z.enum(['first', 'second']).meta({ title: 'Floor' }),
      sign: z.string().max(20).meta({ title: 'Sign' }),
    },
    { seats: 1, open: true, from: '09:00', floor: 'first', sign: '' },
  );
  expect(fieldsOf(rooms).map(({ key, kind }) => [key, kind])).toEqual([
    ['seats', 'number'],
    ['open', 'switch'],
    ['from', 'time'],
    ['floor', 'choice'],
    ['sign', 'text'],
  ]);
  expect(fieldsOf(rooms)[0]).toMatchObject({ min: 1, max: 90, description: 'In one room.' });
});

it('refuses a field without words, and one that no form shows', () => {
  expect(() => fieldsOf(made({ seats: z.number() }, { seats: 1 }))).toThrow('has no title');
  const list = z.array(z.string()).meta({ title: 'Names' });
  expect(() => fieldsOf(made({ names: list }, { names: [] }))).toThrow('no form shows');
});

it('shows what every module of ours can be told', () => {
  for (const spec of configs.values()) expect(fieldsOf(spec).length).toBeGreaterThan(0);
});

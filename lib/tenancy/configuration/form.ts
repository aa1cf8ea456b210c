import { z } from 'zod';
import type { AnyConfig } from './define';

/** A field of a document as a form shows it. */
export interface ConfigField {
  key: string;
  kind: 'switch' | 'number' | 'time' | 'choice' | 'text';
  title: string;
  description: string;
  /** Of a choice. */
  options: string[];
  min?: number;
  max?: number;
  maxLength?: number;
}

interface Property {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** The fields of a document in the order of its schema. Throws for one that no form shows. */
export function fieldsOf({ name, schema }: AnyConfig): ConfigField[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, Property>;
  };
  return Object.entries(properties).map(([key, property]) => {
    const { title, description = '', minimum, maximum, maxLength } = property;
    if (!title) throw new Error(`${name}.${key} has no title for its form.`);
    return {
      ...{ key, title, description, kind: kindOf(`${name}.${key}`, property) },
      options: (property.enum ?? []).map(String),
      ...(minimum !== undefined && { min: minimum }),
      ...(maximum !== undefined && { max: maximum }),
      ...(maxLength !== undefined && { maxLength }),
    };
  });
}

function kindOf(path: string, { type, format, enum: choices }: Property): ConfigField['kind'] {
  if (choices) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'string') return format === 'time' ? 'time' : 'text';
  throw new Error(`${path} is of a type that no form shows.`);
}

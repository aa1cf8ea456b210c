import type { AnySchema } from '@orpc/contract';
import type { AnyProcedure } from '@orpc/server';
import { z } from 'zod';
import { listProcedures } from '../job';
import { metaOf } from '../procedure';
import type { ProcedureMeta } from '../spec';

/** The part of JSON Schema that inputs are made of. */
export interface JsonSchema {
  type?: string;
  format?: string;
  contentEncoding?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
}

/** One operation as the tests look at it. */
export interface Subject {
  procedure: AnyProcedure;
  meta: ProcedureMeta;
  schema: JsonSchema;
}

/** Every operation of a router, with its declaration and the JSON Schema of its input. */
export const subjectsOf = (router: object): Subject[] => listProcedures(router).map(subjectOf);

export const subjectOf = (procedure: AnyProcedure): Subject => ({
  procedure,
  meta: metaOf(procedure),
  schema: schemaOf(procedure['~orpc'].inputSchema),
});

function schemaOf(input: AnySchema | undefined): JsonSchema {
  if (!input) return {};
  return z.toJSONSchema(input as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
}

export const placeOf = ({ meta }: Subject) => meta.zone ?? 'tenant';

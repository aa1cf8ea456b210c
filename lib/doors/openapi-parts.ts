import type { OpenAPI } from '@orpc/openapi';
import { type ErrorCode, errorCodes } from '../errors';
import { problem } from './problem';
import { isWrite, type ProcedureMeta } from './spec';

interface Refusal {
  means: string;
  example: { detail: string; fields?: Record<string, string>; retryAfterSeconds?: number };
}

const requestId = '0199c0de-5a7e-7c4d-9b1f-3f1d2c0a8e55';

/** Every way the REST door says no. */
const refusals: Record<ErrorCode, Refusal> = {
  unauthenticated: {
    means: 'No session or token, one that has ended, or (`proof_required`) no fresh proof.',
    example: { detail: 'Sign in first.' },
  },
  proof_required: {
    means: 'The act wants a person who proved who they are in the last 15 minutes.',
    example: { detail: 'Confirm that it is you, then this goes on.' },
  },
  forbidden: {
    means: 'You are known, and your role does not allow this.',
    example: { detail: 'Your role does not allow this. An admin can change it.' },
  },
  not_found: {
    means: 'There is no such thing, or none that you may know of.',
    example: { detail: 'This does not exist.' },
  },
  conflict: {
    means: 'It clashes with what is there; `current`, where given, is what stands now.',
    example: { detail: 'Something with this name exists already.' },
  },
  precondition: {
    means: 'The workspace or the thing is in a state that rules this out.',
    example: { detail: 'This workspace is suspended. Its data is kept.' },
  },
  invalid: {
    means: 'The input is wrong; `fields` says where and why. Nothing was changed.',
    example: { detail: 'name: Enter a name.', fields: { name: 'Enter a name.' } },
  },
  limit: {
    means: 'Too many calls or too much data; try again after `retryAfterSeconds`.',
    example: { detail: 'Too many requests. Try again in 12 s.', retryAfterSeconds: 12 },
  },
  unavailable: {
    means: 'Something needed is away for the moment. Nothing was changed.',
    example: {
      detail: 'The database cannot be reached. Nothing was changed.',
      retryAfterSeconds: 5,
    },
  },
};

const named = (code: string) => code.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());

/** Status to response, for the refusals this procedure can answer with. */
export function refusalsOf(meta: ProcedureMeta): Record<string, { $ref: string }> {
  const codes: ErrorCode[] = ['not_found', 'invalid', 'limit', 'unavailable'];
  if (meta.permission !== 'public') codes.push('unauthenticated');
  if (meta.permission.includes('.')) codes.push('forbidden');
  if (isWrite(meta)) codes.push('conflict');
  if (!meta.whileSuspended && (meta.zone ?? 'tenant') === 'tenant') codes.push('precondition');
  return Object.fromEntries(
    codes.map((code) => [errorCodes[code], { $ref: `#/components/responses/${named(code)}` }]),
  );
}

const problemSchema: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'RFC 9457 problem document.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...Object.keys(errorCodes), 'internal'] },
    detail: { type: 'string', description: 'A sentence for a person.' },
    requestId: { type: 'string', format: 'uuid', description: 'Names the request to support.' },
    fields: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Input path to message.',
    },
    retryAfterSeconds: { type: 'integer', minimum: 1 },
    current: { description: 'The thing as it is now.' },
  },
};

const responses = Object.fromEntries(
  Object.entries(refusals).map(([code, { means, example }]) => [
    named(code),
    {
      description: means,
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          example: exampleOf(code as ErrorCode, example),
        },
      },
    },
  ]),
);

function exampleOf(code: ErrorCode, { detail, ...more }: Refusal['example']) {
  return { ...problem({ status: errorCodes[code], code, detail, requestId }), ...more };
}

/** What operations refer to: the error document, ways to authenticate, common headers. */
export const components = (namesTenant: boolean): OpenAPI.ComponentsObject => ({
  schemas: { Problem: problemSchema },
  responses,
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'A repeat with the same key and input answers as the first did, and does nothing; where the answer is a secret, it is refused with 409.',
      schema: { type: 'string', maxLength: 200 },
    },
  },
  securitySchemes: {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'From sign-in, an API token of a person, or a token of the workspace.',
    },
    ...(namesTenant && {
      tenant: {
        type: 'apiKey' as const,
        in: 'header' as const,
        name: 'X-Tenant',
        description: 'Slug or id of the workspace this call is for.',
      },
    }),
  },
});

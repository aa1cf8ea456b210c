import { type AnyProcedure, os } from '@orpc/server';
import type { z } from 'zod';
import { permissionTitles } from '../access/rights';
import { admit } from './admit';
import type { DoorCall } from './call';
import { counted } from './counted';
import type { CtxOf } from './ctx';
import { declare } from './declared';
import type { Plane, ProcedureMeta, ProcedureSpec } from './spec';
import { runUnit } from './unit';

export interface ProcedureContext {
  call: DoorCall;
}

const reserved: ReadonlySet<string> = new Set(['public', 'signed_in', 'staff', 'job']);

const base = os.$context<ProcedureContext>().$meta<Partial<ProcedureMeta>>({});

type Verb<P extends Plane, I extends z.ZodType, O extends z.ZodType> = (
  ctx: CtxOf<P>,
  input: z.output<I>,
) => Promise<z.input<O>>;

/**
 * Declares one operation of the product. The chain stands in front of every verb: resolve, sign-in,
 * membership, permission, lifecycle, rate, validation, scoped transaction, audit.
 * The verb throws `AppError`; doors translate it.
 */
export function procedure<P extends Plane, I extends z.ZodType, O extends z.ZodType>(
  spec: ProcedureSpec<P, I, O>,
  verb: Verb<P, I, O>,
) {
  const { input, output, ...meta } = spec;
  refuseUndeclared(meta);
  declare(meta);
  return base
    .meta(meta)
    .route(
      spec.path === null
        ? { summary: spec.summary }
        : { method: spec.method, path: spec.path, summary: spec.summary, operationId: spec.name },
    )
    .use(({ context: { call }, next }) =>
      counted({ meta, call }, async (letIn) => {
        const caller = await admit(meta, call);
        letIn(caller);
        return await next({ context: { caller } });
      }),
    )
    .input(input)
    .output(output)
    .handler(async ({ context, input: valid }) => {
      const { call, caller } = context;
      return (await runUnit<P, z.input<O>>({ meta, call, caller, input: valid }, (ctx) =>
        verb(ctx, valid as z.output<I>),
      )) as never;
    });
}

/** Runs while the router loads, so that a right nobody could hold stops the start. */
function refuseUndeclared({ name, permission }: ProcedureMeta) {
  if (reserved.has(permission) || permissionTitles.has(permission)) return;
  throw new Error(`${name} asks for ${permission}, which neither core nor a module declares.`);
}

/** A procedure's declaration. Throws when it is not one of ours. */
export function metaOf(candidate: AnyProcedure): ProcedureMeta {
  const meta = candidate['~orpc'].meta as Partial<ProcedureMeta>;
  if (!meta.name || !meta.permission || !meta.plane) {
    throw new Error('A procedure without name, permission and plane cannot be served.');
  }
  return meta as ProcedureMeta;
}

import type { AnySchema } from '@orpc/contract';
import { call, type InferSchemaInput, type InferSchemaOutput, type Procedure } from '@orpc/server';
import type { DoorCall } from './call';
import type { ProcedureContext } from './procedure';

/** A procedure as doors see it: what goes in, what comes out. */
export type Callable<I extends AnySchema, O extends AnySchema> = Procedure<
  ProcedureContext,
  // biome-ignore lint/suspicious/noExplicitAny: the context inside the chain is no business of a door
  any,
  I,
  O,
  Record<never, never>,
  Record<never, never>
>;

/** Runs a procedure in process. Rejects with `AppError`, or an unknown error as it was thrown. */
export const invoke = <I extends AnySchema, O extends AnySchema>(
  procedure: Callable<I, O>,
  input: InferSchemaInput<I>,
  doorCall: DoorCall,
): Promise<InferSchemaOutput<O>> =>
  call(procedure, input, { context: { call: doorCall } }) as Promise<InferSchemaOutput<O>>;

import type { AnySchema } from '@orpc/contract';
import type { InferSchemaInput, InferSchemaOutput } from '@orpc/server';
import { headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Permission } from '../access/permissions';
import { isAppError } from '../errors';
import { parseHostSegment, pathHeader } from '../tenancy/hosts';
import type { DoorCall } from './call';
import { type Callable, invoke } from './callable';
import type { Caller, TenantFacts, UserFacts } from './caller';
import { webCall } from './web-call';

/** One call for a whole page render, however many components ask. */
const pageCall = cache(async (): Promise<DoorCall> => webCall('page', await headers()));

export interface PageDoor {
  caller: Caller;
  can(permission: Permission): boolean;
  /**
   * Calls a procedure. What does not exist, is refused or wants a sign-in becomes Next's own
   * not-found, forbidden or redirect; other `AppError`s reject.
   */
  call<I extends AnySchema, O extends AnySchema>(
    procedure: Callable<I, O>,
    input: InferSchemaInput<I>,
  ): Promise<InferSchemaOutput<O>>;
}

export interface TenantDoor extends PageDoor {
  tenant: TenantFacts;
}

export interface MemberDoor extends TenantDoor {
  user: UserFacts;
}

/** Opens the page door on the site or console. */
export async function openPage(): Promise<PageDoor> {
  const call = await pageCall();
  const caller = await call.caller();
  return {
    caller,
    can: (permission) => caller.permissions.has(permission),
    call: async (procedure, input) => {
      try {
        return await invoke(procedure, input, call);
      } catch (error) {
        return await turnAway(error);
      }
    },
  };
}

/** Opens the page door on a tenant host. `segment` must name the request's own host. */
export async function openTenantPage(segment: string): Promise<TenantDoor> {
  const door = await openPage();
  const named = parseHostSegment(segment);
  const { host, tenant } = door.caller;
  if (!named || named.host !== host.host || !tenant || tenant.status === 'closed') notFound();
  return { ...door, tenant };
}

/** As above, for members only; anybody else is sent to sign in and back. */
export async function openMemberPage(segment: string): Promise<MemberDoor> {
  const door = await openTenantPage(segment);
  const { user, membership } = door.caller;
  if (!user || membership?.state !== 'active') return await askToSignIn();
  return { ...door, user };
}

/** Opens the page door on the console for signed-in staff. */
export async function openConsolePage() {
  const door = await openPage();
  const { staff, host } = door.caller;
  if (host.zone !== 'console') notFound();
  if (!staff) return await askToSignIn();
  return { ...door, staff };
}

async function turnAway(error: unknown): Promise<never> {
  if (isAppError(error)) {
    if (error.code === 'not_found') notFound();
    if (error.code === 'forbidden') forbidden();
    if (error.code === 'unauthenticated') await askToSignIn();
  }
  throw error;
}

/** Leads back to the page that was asked for; the sign-in page takes nothing but a path of its own. */
async function askToSignIn(): Promise<never> {
  const path = (await headers()).get(pathHeader) ?? '/';
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}

import { setTimeout as pause } from 'node:timers/promises';
import type { AnySchema } from '@orpc/contract';
import type { InferSchemaInput, InferSchemaOutput } from '@orpc/server';
import { headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Permission } from '../access/permissions';
import { isAppError } from '../errors';
import type { Language } from '../language/languages';
import { type Flags, flagsOf } from '../tenancy/flags/flags-of';
import { parseHostSegment, pathHeader } from '../tenancy/hosts';
import type { DoorCall } from './call';
import { type Callable, invoke } from './callable';
import type { Caller, TenantFacts, UserFacts } from './caller';
import { objectionTo } from './standing';
import { webCall } from './web-call';

/** One call for a whole page render, however many components ask. */
const pageCall = cache(async (): Promise<DoorCall> => webCall('page', await headers()));

export interface PageDoor {
  caller: Caller;
  can(permission: Permission): boolean;
  /** Flags as they are for who asks for the page. */
  flags: Flags;
  /** Where the request comes from, if known. */
  address: string | null;
  /**
   * Calls a procedure. What does not exist, is refused or wants a sign-in becomes Next's own
   * not-found, forbidden or redirect; other `AppError`s reject.
   */
  call<I extends AnySchema, O extends AnySchema>(
    procedure: Callable<I, O>,
    input: InferSchemaInput<I>,
  ): Promise<InferSchemaOutput<O>>;
  /** The same for what may be over or gone: null where it is refused. */
  find<I extends AnySchema, O extends AnySchema>(
    procedure: Callable<I, O>,
    input: InferSchemaInput<I>,
  ): Promise<InferSchemaOutput<O> | null>;
}

export interface TenantDoor extends PageDoor {
  tenant: TenantFacts;
  /** The language of this page. */
  language: Language;
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
    address: call.address,
    can: (permission) => caller.permissions.has(permission),
    flags: flagsOf(caller),
    call: async (procedure, input) => {
      try {
        return await invoke(procedure, input, call);
      } catch (error) {
        return await turnAway(error);
      }
    },
    find: async (procedure, input) => {
      try {
        return await invoke(procedure, input, call);
      } catch (error) {
        if (isAppError(error)) return null;
        throw error;
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
  return { ...door, tenant, language: named.language };
}

/** As above, for members only; anybody else is sent to sign in and back. */
export async function openMemberPage(segment: string): Promise<MemberDoor> {
  const door = await openTenantPage(segment);
  if (door.tenant.status !== 'active') return await askAgain();
  const { user, membership } = door.caller;
  if (!user || membership?.state !== 'active') return await askToSignIn();
  const objection = objectionTo(door.caller, door.address);
  if (objection === 'network') forbidden();
  if (objection) return await askToSignIn('/sign-in/steps');
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

/** Middleware has yet to hear that this tenant is shut; it shows the notice to whoever asks then. */
async function askAgain(): Promise<never> {
  await pause(1_500);
  redirect((await headers()).get(pathHeader) ?? '/');
}

/** Leads back to the page that was asked for; the sign-in page takes nothing but a path of its own. */
async function askToSignIn(page = '/sign-in'): Promise<never> {
  const path = (await headers()).get(pathHeader) ?? '/';
  redirect(path === '/' ? page : `${page}?next=${encodeURIComponent(path)}`);
}

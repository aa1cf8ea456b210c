import { type EvaluationContext, OpenFeature } from '@openfeature/server-sdk';
import type { Caller } from '../../doors/facts';
import { AppError } from '../../errors';
import type { Flag, FlagValue } from './define';
import { type FlagContext, FlagProvider } from './provider';

/** The flags of one call, as they are for who calls. */
export interface Flags {
  value<V extends FlagValue>(flag: Flag<V>): Promise<V>;
}

// A domain of its own: what else in the process speaks OpenFeature keeps its provider.
const domain = 'tenants';
OpenFeature.setProvider(domain, new FlagProvider());
const client = OpenFeature.getClient(domain);

type Asking = Pick<Caller, 'tenant' | 'user' | 'roles' | 'flags'>;

/** Evaluates by OpenFeature, one flag at a time and only when asked. */
export function flagsOf(caller: Asking): Flags {
  return {
    async value<V extends FlagValue>(flag: Flag<V>): Promise<V> {
      return (await ask(flag, contextOf(caller))) as V;
    },
  };
}

/** Stops an operation whose flag is off. Throws `precondition` in the words of the flag. */
export async function refuseSwitchedOff(flag: Flag, caller: Asking): Promise<void> {
  if ((await flagsOf(caller).value(flag)) !== flag.off) return;
  throw new AppError('precondition', flag.refusal);
}

/** Nothing of the request is in it but what the database says of its credential and host. */
function contextOf({ tenant, user, roles, flags }: Asking): EvaluationContext {
  const context: FlagContext = {
    tenantId: tenant?.id ?? '',
    personId: user?.id ?? null,
    roles: roles.map(({ key }) => key),
    facts: flags,
  };
  return { targetingKey: user?.id ?? tenant?.id ?? '', ...context } as unknown as EvaluationContext;
}

/** Throws where OpenFeature would go on with the default: a switch that fails must not be on. */
async function ask(flag: Flag, context: EvaluationContext): Promise<FlagValue> {
  const { value, errorCode } = await details(flag, context);
  if (errorCode) throw new Error(`${flag.key} was not evaluated: ${errorCode}`);
  return value;
}

const details = ({ key, default: otherwise }: Flag, context: EvaluationContext) => {
  switch (typeof otherwise) {
    case 'boolean':
      return client.getBooleanDetails(key, otherwise, context);
    case 'number':
      return client.getNumberDetails(key, otherwise, context);
    default:
      return client.getStringDetails(key, otherwise, context);
  }
};

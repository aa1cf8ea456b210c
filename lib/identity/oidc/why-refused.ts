import * as oidc from 'openid-client';
import { egressFaultOf } from './discover';
import type { ProviderRefusal } from './refusal';

/** What a failure on the way to the provider, or in its answer, is to who wants in. */
export function whyRefused(error: unknown): ProviderRefusal {
  if (egressFaultOf(error)) return 'unreachable';
  if (error instanceof oidc.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'denied' : 'provider';
  }
  const { code } = error as { code?: string };
  if (code === 'OAUTH_TIMEOUT') return 'unreachable';
  return code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' ? 'clock' : 'answer';
}

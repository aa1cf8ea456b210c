import {
  ErrorCode,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
  StandardResolutionReasons,
} from '@openfeature/server-sdk';
import type { FlagValue } from './define';
import { type Decision, evaluate, type FlagFacts, type FlagSubject } from './evaluate';
import { flagsByKey } from './registry';

/** What an evaluation is given: who asks, and what is said of flags where they ask. */
export type FlagContext = FlagSubject & { facts: FlagFacts };

const reasons: Record<Decision['because'], string> = {
  killed: StandardResolutionReasons.DISABLED,
  override: StandardResolutionReasons.TARGETING_MATCH,
  choice: StandardResolutionReasons.TARGETING_MATCH,
  role: StandardResolutionReasons.TARGETING_MATCH,
  plan: StandardResolutionReasons.TARGETING_MATCH,
  channel: StandardResolutionReasons.TARGETING_MATCH,
  share: StandardResolutionReasons.SPLIT,
  default: StandardResolutionReasons.DEFAULT,
};

/** Answers OpenFeature by what the request's own look at the database brought: it asks nobody. */
export class FlagProvider implements Provider {
  readonly metadata = { name: 'flags of tenants' };
  readonly runsOn = 'server';

  resolveBooleanEvaluation = async (key: string, otherwise: boolean, context: EvaluationContext) =>
    resolve(key, otherwise, context);

  resolveStringEvaluation = async (key: string, otherwise: string, context: EvaluationContext) =>
    resolve(key, otherwise, context);

  resolveNumberEvaluation = async (key: string, otherwise: number, context: EvaluationContext) =>
    resolve(key, otherwise, context);

  resolveObjectEvaluation = async <T extends JsonValue>(
    _key: string,
    otherwise: T,
  ): Promise<ResolutionDetails<T>> => ({
    value: otherwise,
    reason: StandardResolutionReasons.ERROR,
    errorCode: ErrorCode.TYPE_MISMATCH,
  });
}

function resolve<T extends FlagValue>(
  key: string,
  otherwise: T,
  context: EvaluationContext,
): ResolutionDetails<T> {
  const flag = flagsByKey.get(key);
  if (!flag) return failed(otherwise, ErrorCode.FLAG_NOT_FOUND);
  const { facts, ...subject } = context as unknown as FlagContext;
  const { value, because, of } = evaluate(flag, facts, subject);
  if (typeof value !== typeof otherwise) return failed(otherwise, ErrorCode.TYPE_MISMATCH);
  const flagMetadata = { because, ...(of !== null && { of }) };
  return { value: value as T, reason: reasons[because], flagMetadata };
}

const failed = <T>(value: T, errorCode: ErrorCode): ResolutionDetails<T> => ({
  value,
  reason: StandardResolutionReasons.ERROR,
  errorCode,
});

import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { env } from '../env';
import { AppError, errorCodes, isAppError } from '../errors';
import type { Language } from '../language/languages';
import { refusalIn, sentenceIn } from '../language/refusal';
import { log } from '../log';
import { router } from '../router';
import { boundedBody } from './body';
import type { DoorCall } from './call';
import { listProcedures } from './job';
import { type Problem, problem, problemExtras } from './problem';
import { metaOf, type ProcedureContext } from './procedure';
import { rangeOf } from './ranges';
import { tellRates } from './rates/headers';
import { answerReference } from './reference/answer';
import { restPrefix } from './rest-prefix';
import { toAppError } from './translate';
import { hostOf, webCall } from './web-call';

// An operation that says nothing of who may call it stops the start.
for (const operation of listProcedures(router)) metaOf(operation);

const handler = new OpenAPIHandler<ProcedureContext>(router, {
  // Without this a procedure that names no path would be served under its place in the router.
  filter: ({ contract }) => contract['~orpc'].route.path !== undefined,
  plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
  clientInterceptors: [
    async ({ next, context }) => {
      try {
        return await next();
      } catch (error) {
        throw await asOrpc(error, context.call);
      }
    },
  ],
  customErrorResponseBodyEncoder: (error) =>
    error.data ?? problem({ status: 404, code: 'not_found', detail: error.message }),
});

/** The REST door, mounted in front of Next and in its catch-all route. Never throws. */
export async function handleRest(request: Request, address?: string): Promise<Response> {
  try {
    checkOrigin(request);
    const call = webCall('rest', request.headers, address);
    const reference = await answerReference(request, call);
    if (reference) return reference;
    const { matched, response } = await handler.handle(await boundedBody(request), {
      prefix: restPrefix,
      context: { call },
    });
    if (!matched) throw new AppError('not_found', 'There is no such operation.');
    const whole = await finished(response, call);
    return call.validator ? rangeOf(request, whole, call.validator) : whole;
  } catch (error) {
    return refusal(error, await languageOf(request, address));
  }
}

async function finished(response: Response, { requestId, rates }: DoorCall) {
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'no-store');
  response.headers.set('vary', 'host, authorization, cookie, x-tenant');
  if (response.status >= 400) response.headers.set('content-type', 'application/problem+json');
  if (rates) tellRates(response.headers, rates);
  await tellWhenAgain(response);
  response.headers.set('x-content-type-options', 'nosniff');
  keepApart(response.headers);
  return response;
}

/** The header that clients and proxies know, beside the field of the problem document. */
async function tellWhenAgain(response: Response) {
  if (response.status !== 429 && response.status !== 503) return;
  const { retryAfterSeconds } = (await response.clone().json()) as Partial<Problem>;
  if (retryAfterSeconds) response.headers.set('retry-after', String(retryAfterSeconds));
}

/** A stored file is somebody's upload: it is saved, never shown as a page of this host. */
function keepApart(headers: Headers) {
  const disposition = headers.get('content-disposition');
  if (!disposition) return;
  headers.set('content-disposition', disposition.replace(/^inline/, 'attachment'));
  headers.set('content-security-policy', "default-src 'none'; sandbox");
}

/** A cookie is sent by browsers unasked, so a write that rides on one must come from our own page. */
function checkOrigin(request: Request) {
  const { method, headers } = request;
  if (
    method === 'GET' ||
    method === 'HEAD' ||
    headers.has('authorization') ||
    !headers.has('cookie')
  )
    return;
  const origin = headers.get('origin');
  const host = hostOf(headers).host;
  if (origin !== `${env().scheme}://${host}${env().portSuffix}`) {
    throw new AppError('forbidden', 'This request did not come from a page of this host.');
  }
}

async function asOrpc(error: unknown, { requestId, language }: DoorCall) {
  const thrown = toAppError(error);
  if (thrown instanceof ORPCError) return thrown;
  const spoken = (await language?.()) ?? 'en';
  const known = isAppError(thrown) ? refusalIn(spoken, thrown) : thrown;
  if (!isAppError(known)) {
    log.error({ err: known, requestId }, 'procedure failed');
    const detail = sentenceIn(spoken, 'Something went wrong on our side. Nothing was changed.');
    const data = problem({ status: 500, code: 'internal', detail, requestId });
    return new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, data });
  }
  const status = errorCodes[known.code];
  const said = problem({ status, code: known.code, detail: known.message, requestId });
  return new ORPCError(known.code, { status, data: { ...said, ...problemExtras(known) } });
}

/** What cannot even be called is refused in what its headers ask for. */
async function languageOf(request: Request, address?: string): Promise<Language> {
  try {
    return (await webCall('rest', request.headers, address).language?.()) ?? 'en';
  } catch {
    return 'en';
  }
}

function refusal(error: unknown, language: Language) {
  const thrown = toAppError(error);
  const known = isAppError(thrown) ? refusalIn(language, thrown) : thrown;
  if (!isAppError(known)) log.error({ err: known }, 'rest door failed');
  const code = isAppError(known) ? known.code : 'internal';
  const status = isAppError(known) ? errorCodes[known.code] : 500;
  const detail = isAppError(known)
    ? known.message
    : sentenceIn(language, 'Something went wrong on our side.');
  const again = isAppError(known) ? known.retryAfterSeconds : undefined;
  return Response.json(
    { ...problem({ status, code, detail }), ...(isAppError(known) ? problemExtras(known) : {}) },
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(again && { 'retry-after': String(again) }),
      },
    },
  );
}

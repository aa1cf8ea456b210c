import { uiWords } from '@/components/ui/words-table';
import { languageShown } from '@/lib/language/shown';

/** What went wrong with a call, in words to show. */
export interface ApiError {
  code: string;
  message: string;
  fields: Record<string, string>;
  /** Of a conflict: the thing as it is now. */
  current?: unknown;
}

export type ApiAnswer<T> =
  | { ok: true; data: T; requestId: string }
  | { ok: false; error: ApiError };

/** Bodies up to this many characters are sent even when the page goes away meanwhile. */
const keptAlive = 30_000;

const words = () => uiWords[languageShown()];

const offline = (): ApiError => ({ code: 'offline', message: words().unreachable, fields: {} });

/** Calls the REST door of this host. Never throws. */
export async function api<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<ApiAnswer<T>> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      keepalive: sent !== undefined && sent.length < keptAlive,
      ...(signal && { signal }),
      ...(sent !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: sent,
      }),
    });
    const answer: unknown = await response.json();
    const requestId = response.headers.get('x-request-id') ?? '';
    if (response.ok) return { ok: true, data: answer as T, requestId };
    return { ok: false, error: toError(answer) };
  } catch {
    return { ok: false, error: offline() };
  }
}

function toError(problem: unknown): ApiError {
  const { code, detail, fields, current } = (problem ?? {}) as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : 'internal',
    message: typeof detail === 'string' ? detail : words().wentWrong,
    fields: (fields as Record<string, string>) ?? {},
    ...(current !== undefined && { current }),
  };
}

/** Sends a file as form data, telling how much of it is gone. */
export function sendFile<T>(
  path: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<ApiAnswer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set('file', file);
    request.open('POST', `/api/v1${path}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => resolve({ ok: false, error: offline() });
    request.onload = () =>
      resolve(
        request.status < 400
          ? {
              ok: true,
              data: request.response as T,
              requestId: request.getResponseHeader('x-request-id') ?? '',
            }
          : { ok: false, error: toError(request.response) },
      );
    request.send(form);
  });
}

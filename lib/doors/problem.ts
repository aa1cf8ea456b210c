import type { AppError } from '../errors';

/** RFC 9457 problem document, the body of every refusal of the REST door. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId?: string;
  /** Input path to message. */
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  /** Of a conflict: the thing as it is now. */
  current?: unknown;
}

interface Refused {
  status: number;
  code: string;
  detail: string;
  requestId?: string | undefined;
}

export const problem = ({ status, code, detail, requestId }: Refused): Problem => ({
  type: `about:blank#${code}`,
  title: code.replaceAll('_', ' '),
  status,
  code,
  detail,
  ...(requestId && { requestId }),
});

/** What a known error adds to its problem document. */
export const problemExtras = ({ fields, retryAfterSeconds, current }: AppError) => ({
  ...(Object.keys(fields).length > 0 && { fields }),
  ...(current !== undefined && { current }),
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});

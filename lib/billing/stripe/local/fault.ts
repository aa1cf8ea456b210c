interface Detail {
  status?: number;
  type?: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';
  code?: string;
  param?: string;
}

/** What Stripe answers to a request that it refuses. */
export class StripeFault extends Error {
  readonly status: number;
  readonly body: { error: Record<string, unknown> };

  constructor(message: string, detail: Detail = {}) {
    super(message);
    const { status = 400, type = 'invalid_request_error', code, param } = detail;
    this.status = status;
    this.body = { error: { type, message, ...(code && { code }), ...(param && { param }) } };
  }
}

export const missing = (object: string, id: string, param = 'id') =>
  new StripeFault(`No such ${object}: '${id}'`, {
    ...{ status: 404, code: 'resource_missing', param },
  });

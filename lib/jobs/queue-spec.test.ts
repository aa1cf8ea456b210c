import { describe, expect, it } from 'vitest';
import { queueSpec } from './queue-spec';

describe('a job in the queue', () => {
  it('waits for none but those of its kind that ask name servers', () => {
    expect(queueSpec('a', 'emailDomains.recheck')).toEqual({
      ...{ jobKey: 'a', maxAttempts: 12 },
      queueName: 'emailDomains.recheck',
    });
    expect(queueSpec('b', 'mail.send')).toEqual({ jobKey: 'b', maxAttempts: 12 });
  });
});

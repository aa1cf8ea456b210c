import { describe, expect, it } from 'vitest';
import { queueSpec } from './queue-spec';

describe('a job in the queue', () => {
  it('waits for none but those of its kind that wait for a network', () => {
    expect(queueSpec('a', 'emailDomains.recheck')).toEqual({
      ...{ jobKey: 'a', maxAttempts: 12 },
      queueName: 'emailDomains.recheck',
    });
    const lines = ['3c', '3d', '3e', '3f'].map((id) => queueSpec(id, 'mail.deliver').queueName);
    expect(new Set(lines)).toEqual(new Set(['mail.deliver.0', 'mail.deliver.1']));
    expect(queueSpec('b', 'files.sweep')).toEqual({ jobKey: 'b', maxAttempts: 12 });
  });
});

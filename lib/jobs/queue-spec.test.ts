import { describe, expect, it } from 'vitest';
import { queueSpec, taskOf } from './queue-spec';

const payload = (outboxId: string, job: string, input: Record<string, unknown> = {}) => ({
  ...{ tenantId: 't', plane: 'control' as const, outboxId, job, input },
});

describe('a job in the queue', () => {
  it('waits for none but those of its kind that wait for a network', () => {
    expect(queueSpec(payload('a', 'emailDomains.recheck'))).toEqual({
      ...{ jobKey: 'a', maxAttempts: 12 },
      queueName: 'emailDomains.recheck',
    });
    const lines = ['3c', '3d', '3e', '3f'].map(
      (id) => queueSpec(payload(id, 'mail.deliver')).queueName,
    );
    expect(new Set(lines)).toEqual(new Set(['mail.deliver.0', 'mail.deliver.1']));
    expect(queueSpec(payload('b', 'files.sweep'))).toEqual({ jobKey: 'b', maxAttempts: 12 });
    expect(queueSpec(payload('c', 'webhooks.fanOut'))).toMatchObject({ priority: 1 });
  });

  it('to a receiver waits for those to the same one, in one of three lines of its tenant', () => {
    const lineTo = (webhookId: string) =>
      queueSpec(payload('a', 'webhooks.deliver', { webhookId })).queueName;
    expect(lineTo('x-1a')).toBe(lineTo('y-1a'));
    const lines = Array.from({ length: 256 }, (_, at) => lineTo(at.toString(16).padStart(2, '0')));
    expect(new Set(lines).size).toBe(3);
    expect(taskOf({ job: 'webhooks.deliver' })).toBe('delivery');
    expect(taskOf({ job: 'webhooks.fanOut' })).toBe('procedure');
  });
});

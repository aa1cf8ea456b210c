import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRuntimeRole } from './runtime-role';
import { failureOf, KernelFixture } from './wire/fixture';

let fixture: KernelFixture;

beforeAll(async () => {
  fixture = await KernelFixture.create();
});

afterAll(() => fixture.drop());

const suffix = () => fixture.name.slice(7);

/** Verifies a role made with the given attributes, and removes it again. */
async function verdictOn(attributes: string, grants: (role: string) => string = () => '') {
  const role = `kernel_bad_${suffix()}`;
  await fixture.admin(`create role ${role} login password 'kernel-fixture' ${attributes};
    grant connect on database ${fixture.name} to ${role}; ${grants(role)}`);
  try {
    await fixture.configure('pg', { web: fixture.url(role) });
    return await failureOf(verifyRuntimeRole());
  } finally {
    await fixture.configure('pg');
    await fixture.admin(`drop owned by ${role}; drop role ${role}`);
  }
}

describe('the boot check (P1)', () => {
  it('accepts the run-time logins', async () => {
    await fixture.configure('pg');
    await verifyRuntimeRole();
    await verifyRuntimeRole({ login: 'platform' });
  });

  it.each([
    ['superuser', 'superuser'],
    ['bypassrls', 'bypasses row security'],
    ['createdb createrole', 'creates databases, creates roles'],
    ['replication', 'replicates'],
  ])('refuses a login with %s', async (attributes, words) => {
    const failure = await verdictOn(attributes);
    expect(failure.kind).toBe('denied');
    expect(failure.message).toContain(words);
  });

  it.each([
    ['the owner of tables', (role: string) => `grant kernel_owner to ${role}`, 'owns tables'],
    ['TRUNCATE', (role: string) => `grant truncate on pooled.projects to ${role}`, 'truncates'],
    ['CREATE', (role: string) => `grant create on schema pooled to ${role}`, 'creates objects'],
    [
      'TEMP',
      (role: string) => `grant temporary on database ${fixture.name} to ${role}`,
      'creates temporary tables',
    ],
  ])('refuses a login with the rights of %s', async (_name, grants, words) => {
    const failure = await verdictOn('', grants);
    expect(failure.kind).toBe('denied');
    expect(failure.message).toContain(words);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { flagsProcedures as flags } from '@/lib/tenancy/flags/procedures';
import { mintCollection } from '../testing/actors';
import { openAttaching } from '../testing/attaching';
import { mintPass } from './pass';
import { formProcedures as forms } from './procedures';

let at: Awaited<ReturnType<typeof openAttaching>>;
beforeAll(async () => {
  at = await openAttaching();
});
afterAll(() => at.end());

it('shows forms as closed and takes no answer while the workspace has them off', async () => {
  const { admin, tenant } = at.actors;
  const made = await mintCollection(admin, 'Applicants', [{ name: 'Name', type: 'text' }]);
  const { id: collectionId } = made;
  const fields = [{ fieldId: made.fields.Name?.id ?? '' }];
  await invoke(forms.save, { collectionId, title: 'Apply', fields }, admin.call());
  const { id, token } = await invoke(forms.publish, { collectionId }, admin.call());
  const guest = () => at.world.anonymous(tenant);
  const send = () => {
    const pass = mintPass({ tenantId: tenant.tenantId, formId: id }, Date.now() - 10_000);
    return invoke(forms.submit, { token, pass, values: { name: 'Kim' } }, guest());
  };
  const choose = (value: boolean | null) =>
    invoke(flags.choose, { flag: 'forms.guests', value }, admin.call());
  await choose(false);
  await expect(send()).rejects.toMatchObject({
    code: 'precondition',
    message: 'Forms take no answers for now.',
  });
  expect(await invoke(forms.show, { token }, guest())).toMatchObject({
    shut: 'closed',
    questions: [],
  });
  await choose(null);
  await expect(send()).resolves.toMatchObject({ thanks: expect.any(String) });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { configurationProcedures as configuration } from '@/lib/tenancy/configuration/procedures';
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

/** An open form that asks for a name and a file, and guests who answer it. */
async function openForm() {
  const { admin, tenant } = at.actors;
  const made = await mintCollection(admin, 'Papers of guests', [
    { name: 'Name', type: 'text' },
    { name: 'Paper', type: 'file' },
  ]);
  const { id: collectionId } = made;
  const fields = Object.values(made.fields).map(({ id }) => ({ fieldId: id }));
  await invoke(forms.save, { collectionId, title: 'Apply', fields }, admin.call());
  const { id, token } = await invoke(forms.publish, { collectionId }, admin.call());
  const send = (files: Record<string, File[]> = {}) => {
    const pass = mintPass({ tenantId: tenant.tenantId, formId: id }, Date.now() - 10_000);
    const answers = { token, pass, values: { name: 'Kim' }, files };
    return invoke(forms.submit, answers, at.world.anonymous(tenant));
  };
  const show = () => invoke(forms.show, { token }, at.world.anonymous(tenant));
  return { send, show };
}

it('takes answers and files where a home has no table of settings yet', async () => {
  const { send } = await openForm();
  const { tenant } = at.actors;
  await at.world.rowsOf(tenant, 'alter table configurations rename to configurations_later');
  try {
    await expect(send()).resolves.toMatchObject({ thanks: expect.any(String) });
    const paper = [new File(['p'], 'p.txt')];
    await expect(send({ paper })).resolves.toMatchObject({ thanks: expect.any(String) });
    await expect(at.upload('e', 'e.txt')).resolves.toMatchObject({ name: 'e.txt' });
  } finally {
    await at.world.rowsOf(tenant, 'alter table configurations_later rename to configurations');
  }
});

it('tells guests the largest file that the workspace takes', async () => {
  const { show } = await openForm();
  const set = { name: 'collections', revision: 0, document: { maxMegabytes: 2 } };
  await invoke(configuration.change, set, at.actors.admin.call());
  const { questions } = await show();
  expect(questions.map(({ options }) => options.maxMegabytes)).toEqual([undefined, 2]);
});

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

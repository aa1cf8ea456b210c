import { v7 as uuidv7 } from 'uuid';
import { run } from '@/lib/archives/testing/run';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import type { TestMember, TestTenant } from '@/lib/doors/testing';
import { mintPass } from '@/lib/modules/collections/forms/pass';
import { router } from '@/lib/router';
import { fullExportsProcedures } from '@/lib/tenancy/backups/procedures';
import { mintTicket } from '@/lib/tenancy/opening/ticket';
import { anyHost, type Door, type Kind } from './kind';
import type { CredentialStage, Place } from './stage';

const openings = 'opening of a workspace';

/** What is signed by the server and kept nowhere, and public addresses of forms. */
export const signedKinds: Kind[] = [
  {
    name: 'link to a full export',
    alsoAt: anyHost,
    signedWith: ['export-link'],
    make: async (stage) => {
      const { home } = stage.tenants;
      const boss = await stage.person('admin');
      const { id } = await run(stage.world, home, 'export');
      const { url } = await invoke(fullExportsProcedures.link, { id }, boss.home.call());
      return linkOf(stage, url, { operation: 'fullExports.content', id: { id }, who: null });
    },
  },
  {
    name: 'link to an export of records',
    alsoAt: anyHost,
    signedWith: ['record-export-link'],
    make: async (stage) => {
      const who = await stage.person('admin');
      await stage.signInEverywhere(who);
      const { exports } = router;
      const { collectionId } = await formAt(who.home);
      const { id } = await invoke(exports.start, { collectionId } as never, who.home.call());
      const payload = { tenantId: stage.tenants.home.tenantId, plane: 'tenant' } as const;
      await runJob({ ...payload, outboxId: uuidv7(), job: 'exports.run', input: { exportId: id } });
      const listed = await invoke(exports.list, { collectionId } as never, who.home.call());
      const link = (listed as { id: string; link: string | null }[]).find((one) => one.id === id);
      return linkOf(stage, link?.link ?? '', {
        ...{ operation: 'exports.content', id: { exportId: id } },
        who: async (place) => await stage.sessionAt(place, who),
      });
    },
  },
  {
    name: 'address of a form',
    alsoAt: anyHost,
    family: 'form',
    keptIn: ['pooled.forms.token'],
    plain: true,
    make: async (stage) => {
      const { token, formId } = await formAt(stage.admin);
      const pass = agedPass(stage.tenants.home, formId);
      const look: Door['give'] = async (place, instead = token) =>
        await stage.ask('forms.show', { token: instead }, { place });
      const give: Door['give'] = async (place, instead = token) =>
        await stage.ask('forms.submit', { token: instead, pass }, { place });
      return {
        token,
        doors: [
          { name: 'forms.show', give: look },
          { name: 'forms.submit', give },
        ],
      };
    },
  },
  {
    name: 'pass of a form',
    alsoAt: anyHost,
    family: 'form',
    signedWith: ['form-pass'],
    make: async (stage) => {
      const own = await formAt(stage.admin);
      const person = await stage.person('admin');
      const tokens = new Map<TestTenant | null, string>([
        [stage.tenants.home, own.token],
        [stage.tenants.sibling, (await formAt(person.sibling)).token],
        [stage.tenants.stranger, (await formAt(person.stranger)).token],
      ]);
      const token = agedPass(stage.tenants.home, own.formId);
      const give: Door['give'] = async ({ tenant, ...rest }, pass = token) =>
        await stage.ask(
          'forms.submit',
          { token: tokens.get(tenant) ?? own.token, pass },
          { place: { tenant, ...rest } },
        );
      return { token, doors: [{ name: 'forms.submit', give }] };
    },
  },
  {
    name: 'ticket of an opening',
    for: 'site',
    family: openings,
    signedWith: ['opening-ticket'],
    make: async (stage) => {
      const token = await openingOf(stage, { tenantId: uuidv7(), poolId: uuidv7() }, null);
      const names = ['signUp.opening', 'signUp.retry', 'signUp.giveUp'];
      return { token, doors: names.map((name) => ticketDoor(stage, token, name)) };
    },
  },
  {
    name: 'ticket of a workspace that was opened',
    for: 'site',
    family: openings,
    make: async (stage) => {
      const token = await openingOf(stage, await stage.world.tenant(), new Date());
      return { token, doors: [ticketDoor(stage, token, 'signUp.arrive')] };
    },
  },
];

const ticketDoor = (stage: CredentialStage, token: string, name: string): Door => ({
  name,
  give: async (place, ticket = token) => await stage.ask(name, { ticket }, { place }),
});

interface Linked {
  operation: string;
  id: Record<string, string>;
  /** Whose session goes along; null for nobody's. */
  who: ((place: Place) => Promise<string>) | null;
}

function linkOf(stage: CredentialStage, url: string, { operation, id, who }: Linked) {
  const { searchParams } = new URL(url, 'http://here.invalid');
  const token = searchParams.get('signature') ?? '';
  const expires = Number(searchParams.get('expires'));
  const give: Door['give'] = async (place, signature = token) => {
    const input = { ...id, expires, signature };
    if (!who) return await stage.ask(operation, input, { place });
    const session = await who(place);
    // Over the API host the same session as a bearer, which only a client's would be.
    return await stage.ask(operation, input, { place, shown: { session } });
  };
  return { token, doors: [{ name: operation, give }] };
}

async function formAt(by: TestMember) {
  const { collections, fields, forms } = router;
  const { id: collectionId } = await invoke(
    collections.create,
    { name: `Papers ${uuidv7().slice(-8)}` },
    by.call(),
  );
  const field = await invoke(
    fields.create,
    { collectionId, name: 'Answer', type: 'text' },
    by.call(),
  );
  const design = { collectionId, title: 'Questions', fields: [{ fieldId: field.id }] };
  const form = await invoke(forms.save, design, by.call());
  await invoke(forms.publish, { collectionId }, by.call());
  return { collectionId, token: form.token, formId: form.id };
}

/** A pass that was handed out some seconds ago. */
const agedPass = ({ tenantId }: TestTenant, formId: string) =>
  mintPass({ tenantId, formId }, Date.now() - 10_000);

async function openingOf(
  { world }: CredentialStage,
  { tenantId, poolId }: { tenantId: string; poolId: string },
  openedAt: Date | null,
) {
  await world.database.query(
    `with asked as (insert into control.operations (tenant_id, id, kind, state, finished_at)
       values ($1, app.uuid7(), 'opening', 'failed', now()) returning tenant_id, id)
     insert into control.openings (tenant_id, id, pool_id, slug, name, tier, asked_by_name, opened_at)
     select tenant_id, id, $2, 'o-' || right(tenant_id::text, 12), 'Somebody', 'schema', 'Anonymous', $3
     from asked`,
    [tenantId, poolId, openedAt],
  );
  return mintTicket({ tenantId, poolId });
}

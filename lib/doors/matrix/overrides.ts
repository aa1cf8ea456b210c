import { testTier } from '@/db/testing/tier';
import { newToken } from '@/lib/identity/secrets';
import type { Ids, Samples } from './ids';
import { houseAssertion, houseAttestation } from './passkeys';
import { aCharge, customerOf, offeredPlan, plantedAt } from './plans';
import { houseIssuer } from './providers';
import { houseCode } from './sign-in-state';

type Fields = (samples: Samples) => Record<string, unknown>;

const asAdmin: Fields = ({ ids }) => ({ email: ids.adminEmail });
const invited: Fields = ({ ids }) => ({ token: ids.invitationToken });
const person: Fields = ({ ids }) => ({ data: { [ids.fieldKey ?? '']: ids.userId } });

const spareField: Fields = ({ ids }) => ({ id: ids.spareMemberFieldId });
const goneField: Fields = ({ ids }) => ({ id: ids.goneMemberFieldId });
const goneTaskField: Fields = ({ ids }) => ({ id: ids.goneTaskFieldId });
const spareTaskField: Fields = ({ ids }) => ({ id: ids.spareTaskFieldId });
const ownField: Fields = ({ ids, canary }) => {
  const key = ids.memberFieldKey ?? '';
  // Whoever fills it in saw it empty, or as somebody made it the same meanwhile.
  return { changes: { [key]: canary }, base: { [key]: null } };
};

const taskField: Fields = ({ ids, canary }) => {
  const key = ids.taskFieldKey ?? '';
  return { changes: { [key]: canary }, base: { [key]: null } };
};

const opening: Fields = ({ ids }) => ({ ticket: ids.openingTicket });

const newSlug: Fields = () => ({ slug: `t-${newToken().replace(/[^a-z0-9]/g, '')}` });

const newDomain = () =>
  `w-${newToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}.com`;

const collectionsConfig = () => ({ name: 'collections' });

const aFlag = () => ({ flag: 'forms.guests' });
const webhook: Fields = () => ({ url: 'https://hooks.example.com/in', kinds: ['*'] });

const wished: Fields = ({ ids }) => ({ id: ids.subscriptionId, revision: 1 });
const planned: Fields = ({ ids }) => ({ id: ids.heldSubscriptionId, revision: 1 });
const ofOther: Fields = ({ ids }) => ({
  ...{ id: ids.planTenantId, subscriptionId: ids.otherSubscriptionId, revision: 1 },
});

const ofThird: Fields = ({ ids }) => ({
  ...{ id: ids.plannedTenantId, subscriptionId: ids.plannedSubscriptionId, revision: 1 },
});

const aUserPlan: Fields = ({ ids }) => ({ wish: { planId: ids.userPlanId, version: 1 } });
const plannedForMember: Fields = ({ ids }) => ({ id: ids.plannedUserSubscriptionId, revision: 1 });

const justNow: Fields = () => ({ at: new Date().toISOString() });

const targets = (ids: Ids) => [
  { kind: 'person', userId: ids.userId },
  { kind: 'team', teamId: ids.teamId },
  { kind: 'role', roleId: ids.roleId },
  { kind: 'everybody' },
];

const reviewed: Fields = ({ ids }) => ({
  taskId: ids.reviewedTaskId,
  attempt: 1,
  was: 'handed_in',
});

/** A tier that tenants minted here do not have. */
export const otherTier = () => (testTier() === 'database' ? 'schema' : 'database');

/**
 * Fields whose value a schema cannot tell: a credential is bound to its purpose, a record's keys are
 * its collection's. The router test refuses an entry that names no operation or no field of one.
 */
export const overrides: Record<string, Fields> = {
  'memberFields.archive': spareField,
  'memberFields.restore': spareField,
  'memberFields.delete': goneField,
  'memberFields.fill': ownField,
  'memberFields.fillMine': ownField,
  'taskFields.archive': spareTaskField,
  'taskFields.restore': spareTaskField,
  'taskFields.delete': goneTaskField,
  'taskFields.fill': taskField,
  'session.start': asAdmin,
  'signIn.withPassword': asAdmin,
  'signIn.requestLink': asAdmin,
  'signIn.requestReset': asAdmin,
  'signIn.withTicket': ({ ids }) => ({ ticket: ids.magicTicket, nonce: null }),
  'signIn.resetPassword': ({ ids }) => ({ token: ids.resetToken }),
  'signIn.withCode': () => ({ code: houseCode() }),
  'signIn.confirmSetUp': () => ({ code: houseCode() }),
  'signIn.arrival': ({ ids }) => ({ browser: ids.browser }),
  'signIn.confirmArrival': ({ ids }) => ({ browser: ids.browser, token: ids.arrivalToken }),
  'identityProvider.change': () => ({ issuer: houseIssuer(), clientSecret: 'new one' }),
  'identityProvider.test': () => ({ issuer: houseIssuer() }),
  'signIn.withPasskey': (samples) => ({
    browser: samples.ids.browser,
    assertion: houseAssertion(samples),
  }),
  'poolClaim.withPasskey': (samples) => ({ assertion: houseAssertion(samples) }),
  'signIn.withPasskeyStep': (samples) => ({ assertion: houseAssertion(samples) }),
  'session.proveByPasskey': (samples) => ({ assertion: houseAssertion(samples) }),
  'signIn.withNewPasskey': (samples) => ({ attestation: houseAttestation(samples) }),
  'passkeys.add': (samples) => ({ attestation: houseAttestation(samples) }),
  'factors.confirm': () => ({ code: houseCode() }),
  'session.prove': () => ({ proof: 'correct-battery-horse' }),
  'invitation.get': invited,
  'invitation.accept': (samples) => ({
    ...invited(samples),
    name: samples.canary,
    password: 'orchid-ladder-quiet-harvest',
  }),
  'joining.request': ({ ids }) => ({ email: ids.joinEmail }),
  'joining.get': ({ ids }) => ({ token: ids.joinToken }),
  'joining.accept': ({ ids, canary }) => ({
    ...{ token: ids.joinToken, name: canary },
    password: 'orchid-ladder-quiet-harvest',
  }),
  'poolJoins.offer': ({ ids }) => ({ poolId: ids.sharedPoolId, name: ids.slug }),
  'poolJoins.end': ({ ids }) => ({ name: ids.slug }),
  'poolClaim.withPassword': ({ ids }) => ({ email: ids.formerEmail }),
  'poolClaim.finish': ({ canary }) => ({ name: canary, password: 'orchid-ladder-quiet-harvest' }),
  'emailDomains.add': () => ({ domain: newDomain() }),
  'domains.add': () => ({ host: newDomain() }),
  'mailBounces.lift': ({ ids }) => ({ address: ids.bouncedAddress }),
  'hostHolds.end': ({ ids }) => ({ host: ids.ownHost }),
  'hostHolds.free': ({ ids }) => ({ host: ids.formerHost }),
  'emailHolds.end': ({ ids }) => ({ domain: ids.emailDomain }),
  'emailDomains.change': ({ ids }) => ({ joins: true, roleId: ids.defaultRoleId }),
  'account.changePassword': () => ({ currentPassword: 'correct-battery-horse' }),
  'signUp.create': newSlug,
  'signUp.opening': opening,
  'signUp.retry': opening,
  'signUp.giveUp': opening,
  'signUp.arrive': ({ ids }) => ({ ticket: ids.openedTicket }),
  'tenants.create': newSlug,
  'workspaceTokens.create': ({ ids }) => ({ roleId: ids.clientRoleId }),
  'platform.plans.setFallback': () => ({ plan: null, seen: null }),
  'platform.limits.override': () => ({ name: 'records', max: 1_000_000, endsAt: null }),
  'platform.limits.lift': () => ({ name: 'members' }),
  'backups.copy': newSlug,
  'tenantBackups.copy': newSlug,
  'home.overview': ({ ids }) => ({ from: ids.slug }),
  'ownership.offer': ({ ids }) => ({ membershipId: ids.otherAdminId }),
  'teams.delete': ({ ids }) => ({ id: ids.unusedTeamId }),
  'grants.create': ({ ids }) => ({
    address: ids.neighbourSlug,
    view: 'collections.records',
    fieldIds: [ids.sharedFieldId],
    rowIds: [],
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
  }),
  'configuration.get': collectionsConfig,
  'configuration.change': () => ({
    ...collectionsConfig(),
    revision: 0,
    document: { maxMegabytes: 9 },
  }),
  'configuration.revert': () => ({ ...collectionsConfig(), revision: 0, to: 0 }),
  'configuration.history': collectionsConfig,
  'flags.choose': aFlag,
  'platform.flags.get': aFlag,
  'platform.flags.kill': aFlag,
  'platform.flags.revive': aFlag,
  'platform.flags.change': () => ({ ...aFlag(), revision: 0 }),
  'platform.flags.override': aFlag,
  'plan.ask': () => ({ planId: offeredPlan, version: 1, heldSeen: plantedAt }),
  'plan.withdraw': wished,
  'plan.carryOut': planned,
  'plan.pay': ({ ids }) => ({ id: ids.subscriptionId }),
  'plan.preview': () => ({ planId: offeredPlan, version: 1, charge: aCharge }),
  'plan.end': ({ ids }) => ({ id: ids.heldSubscriptionId, ends: true }),
  'plan.asked': ({ ids }) => ({ id: ids.stripeAskId }),
  'plan.hear': ({ canary }) => ({
    ...{ customer: customerOf(canary), subscriptions: [], invoices: [], inDoubt: true },
    word: { kind: 'look', begunAt: plantedAt, knownAt: plantedAt },
  }),
  'platform.plans.save': () => ({ revision: 0, terms: {} }),
  'platform.plans.publish': ({ ids }) => ({ id: ids.draftedPlanId, revision: 1 }),
  'platform.subscriptions.preview': () => ({ wish: { to: 'suspended' } }),
  'platform.subscriptions.put': () => ({ version: 1, heldSeen: plantedAt, at: null }),
  'platform.subscriptions.turn': (samples) => ({ ...ofOther(samples), to: 'suspended', at: null }),
  'platform.subscriptions.unplan': ofThird,
  'userPlans.save': () => ({ revision: 0, terms: {} }),
  'userPlans.publish': ({ ids }) => ({ id: ids.draftedUserPlanId, revision: 1 }),
  'userPlans.subscriptions': ({ ids }) => ({ planId: ids.userPlanId }),
  'userPlans.preview': aUserPlan,
  'userPlans.put': ({ ids }) => ({
    ...{ planId: ids.userPlanId, version: 1, heldSeen: plantedAt, at: null },
  }),
  'userPlans.turn': () => ({ revision: 1, to: 'suspended', at: null }),
  'userPlans.unplan': plannedForMember,
  'userPlans.carryOut': plannedForMember,
  'myPlan.ask': ({ ids }) => ({ planId: ids.userPlanId, version: 1, heldSeen: plantedAt }),
  'myPlan.withdraw': ({ ids }) => ({ id: ids.myWishId, revision: 1 }),
  'myPlan.end': () => ({ revision: 1, at: null }),
  'grants.rows': () => ({ view: 'collections.records' }),
  'deletion.ask': ({ ids }) => ({ name: ids.slug }),
  'moments.preview': justNow,
  'moments.restore': justNow,
  'moments.copy': (samples) => ({ ...justNow(samples), ...newSlug(samples) }),
  'tier.ask': () => ({ tier: otherTier() }),
  'files.upload': ({ canary }) => ({
    file: new File(
      [
        `Name
${canary}
`,
      ],
      'names.csv',
    ),
  }),
  'attachments.upload': ({ ids, canary }) => ({
    fieldId: ids.fileFieldId,
    file: new File([canary], 'paper.txt'),
  }),
  'forms.get': ({ ids }) => ({ collectionId: ids.formCollectionId }),
  'forms.save': ({ ids }) => ({
    collectionId: ids.formCollectionId,
    fields: [{ fieldId: ids.fileFieldId }],
    redirectUrl: null,
  }),
  'forms.publish': ({ ids }) => ({ collectionId: ids.formCollectionId }),
  'forms.close': ({ ids }) => ({ collectionId: ids.formCollectionId }),
  'forms.show': ({ ids }) => ({ token: ids.formToken }),
  'forms.submit': ({ ids }) => ({ token: ids.formToken, website: 'filled' }),
  'staff.signIn': ({ ids }) => ({ email: ids.staffEmail }),
  'fields.create': () => ({ type: 'person' }),
  'records.search': ({ canary }) => ({ query: canary }),
  'records.people': ({ ids }) => ({ ids: [ids.userId] }),
  'records.groups': ({ ids }) => ({ group: { field: ids.fieldKey ?? '' } }),
  'records.sums': ({ ids }) => ({ field: ids.fieldKey ?? '' }),
  'records.create': person,
  'records.createMany': (samples) => ({ records: [person(samples).data] }),
  'records.update': (samples) => ({ changes: person(samples).data, version: 1 }),
  'records.assign': (samples) => ({ values: person(samples).data }),
  'records.updateMany': (samples) => ({
    records: [{ recordId: samples.ids.recordId, changes: person(samples).data, base: {} }],
  }),
  'fullExports.content': ({ ids }) => ({
    expires: Number(ids.exportExpires),
    signature: ids.exportSignature,
  }),
  'exports.content': ({ ids }) => ({
    expires: Number(ids.recordExportExpires),
    signature: ids.recordExportSignature,
  }),
  'exports.retry': ({ ids }) => ({ exportId: ids.failedExportId }),
  'moves.ask': () => ({ tier: 'schema' }),
  'moves.wish': ({ ids }) => ({ moveId: ids.openMoveId, wish: 'follow' }),
  'moves.release': ({ ids }) => ({ moveId: ids.finishedMoveId }),
  'tasks.create': ({ ids }) => ({ targets: targets(ids) }),
  'tasks.update': ({ ids }) => ({ taskId: ids.openTaskId, version: 1, targets: targets(ids) }),
  'tasks.about': ({ ids }) => ({
    module: 'collections',
    within: ids.collectionId,
    id: ids.recordId,
  }),
  'tasks.handIn': ({ ids }) => ({
    ...{ taskId: ids.openTaskId, after: 0, fileIds: [ids.waitingTaskFileId] },
  }),
  'tasks.upload': ({ ids, canary }) => ({
    taskId: ids.openTaskId,
    file: new File([canary], 'essay.txt'),
  }),
  'tasks.download': ({ ids }) => ({ fileId: ids.taskFileId }),
  'tasks.accept': reviewed,
  'tasks.return': reviewed,
  'things.find': ({ canary }) => ({ query: canary }),
  'mail.deliver': ({ ids }) => ({ id: ids.waitingMailId }),
  'webhooks.create': webhook,
  'webhooks.change': webhook,
};

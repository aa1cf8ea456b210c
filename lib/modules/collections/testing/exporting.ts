import { v7 as uuidv7 } from 'uuid';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import type { TestMember, TestTenant } from '@/lib/doors/testing';
import { exportProcedures as exports } from '../exports/procedures';

type Caller = Pick<TestMember, 'call'>;

/** A link as the list of exports gave it. */
export interface ExportLink {
  exportId: string;
  expires: number;
  signature: string;
}

/** Exports of a collection as members and the worker make them together. */
export function exporting({ tenantId }: Pick<TestTenant, 'tenantId'>, collectionId: string) {
  const start = (member: Caller, more: object = {}) =>
    invoke(exports.start, { collectionId, ...more }, member.call());
  const list = (member: Caller) => invoke(exports.list, { collectionId }, member.call());
  const one = async (member: Caller, id: string) =>
    (await list(member)).find((found) => found.id === id);
  /** Does a job of the worker that was asked for. */
  const work = (job: string, exportId: string) =>
    runJob({ tenantId, plane: 'tenant', outboxId: uuidv7(), job, input: { exportId } });
  const linked = async (member: Caller, id: string): Promise<ExportLink> => {
    const url = new URL((await one(member, id))?.link ?? '', 'http://x');
    const { expires, signature } = Object.fromEntries(url.searchParams);
    return { exportId: id, expires: Number(expires), signature: signature ?? '' };
  };
  const fetched = (member: Caller, link: ExportLink) =>
    invoke(exports.content, link, member.call());
  const retry = (member: Caller, exportId: string) =>
    invoke(exports.retry, { exportId }, member.call());
  /** A file that is made at once, and its link. */
  const made = async (member: Caller, more: object = {}) => {
    const { id } = await start(member, more);
    await work('exports.run', id);
    return await linked(member, id);
  };
  return { start, list, one, work, linked, fetched, retry, made };
}

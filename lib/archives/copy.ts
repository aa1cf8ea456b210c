import { z } from 'zod';
import type { Servers } from '@/db/homes/servers';
import type { Handler } from '../operations/handler';
import { restoreAsCopy } from './restore';
import { Source } from './source';

/** How the operator opens a tenant that is to hold a copy. */
export interface CopyOpener {
  /**
   * Opens a tenant with a given id in the pool of the source, shut to all and with `ownerId` as its
   * admin; says `ready` when that was done and finished before. Throws `conflict` when the address
   * is taken.
   */
  open(copy: {
    copyId: string;
    sourceId: string;
    slug: string;
    name: string;
    ownerId: string;
  }): Promise<'empty' | 'ready'>;
  /** Lets people in. */
  makeReady(tenantId: string): Promise<void>;
}

const Input = z.object({
  slug: z.string(),
  name: z.string(),
  /** People without name and address. */
  nameless: z.boolean().default(false),
  /** Who becomes its admin, where that is not who asked. */
  ownerId: z.uuid().optional(),
});

/** Restores a backup into a tenant of its own, beside the one it was taken of. */
export const copying =
  (servers: Servers, opener: CopyOpener): Handler =>
  async ({ id, tenantId, input, askedBy }) => {
    const { slug, name, nameless, ownerId = askedBy ?? '' } = Input.parse(input);
    const from = Source.parse(input);
    // The copy bears the id of the work that makes it, so that a second attempt finds the first.
    const facts = { copyId: id, sourceId: tenantId, slug, name, ownerId };
    const found = await opener.open(facts);
    if (found === 'ready') return { copyId: id, slug };
    const author = { requestId: id, actorId: askedBy };
    const copy = { id, tenantId, from, author, target: id, nameless };
    const outcome = await restoreAsCopy(servers, copy);
    await opener.makeReady(id);
    return { ...outcome, copyId: id, slug };
  };

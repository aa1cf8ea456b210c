import { proceduresByName } from './job';
import { metaOf } from './procedure';
import { isWrite } from './spec';

/** What one permission opens, as the router has it. */
export interface Opened {
  /** Names of the operations that change something. */
  acts: string[];
  /** How many others only read. */
  reads: number;
}

let known: ReadonlyMap<string, Opened> | undefined;

/** Every permission that some operation asks for, with these operations. */
export function openedByPermission(): ReadonlyMap<string, Opened> {
  known ??= readRouter();
  return known;
}

function readRouter() {
  const found = new Map<string, Opened>();
  for (const procedure of proceduresByName.values()) {
    const meta = metaOf(procedure);
    const opened = found.get(meta.permission) ?? { acts: [], reads: 0 };
    if (isWrite(meta)) opened.acts.push(meta.name);
    else opened.reads += 1;
    found.set(meta.permission, opened);
  }
  return found;
}

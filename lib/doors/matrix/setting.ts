import { insertStaff } from '@/db/installation';
import { staffCookie } from '@/lib/identity/cookies';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { testPassword } from '@/lib/identity/testing';
import type { World } from '../testing';
import type { Visitor } from './ask';
import { type Digest, openDigester, sumOf } from './digest';
import { type House, prepareHouse } from './house';
import type { Subject } from './subject';

/** Two tenants that know nothing of each other, and somebody of the platform's staff. */
export interface Setting {
  world: World;
  subjects: Subject[];
  a: House;
  b: House;
  staff: Visitor;
  staffEmail: string;
  digest(house: House): Promise<Digest>;
  /** Prepares anew whichever tenant is not as it was before. */
  refresh(): Promise<void>;
}

/** `makers` are the operations a tenant is filled through; `subjects` those that are judged. */
export async function openSetting(world: World, makers: Subject[]): Promise<Setting> {
  const digester = await openDigester(world);
  const digest = ({ tenant }: House) => digester(tenant);
  const setting: Setting = {
    world,
    subjects: makers,
    a: await prepareHouse(world, makers),
    b: await prepareHouse(world, makers),
    ...(await mintStaff(world)),
    digest,
    refresh: async () => {
      setting.staff = await openStaffSession(world);
      for (const side of ['a', 'b'] as const) {
        if (sumOf(await digest(setting[side])) === sums[side]) continue;
        setting[side] = await prepareHouse(world, makers);
        sums[side] = sumOf(await digest(setting[side]));
      }
    },
  };
  const sums = { a: sumOf(await digest(setting.a)), b: sumOf(await digest(setting.b)) };
  return setting;
}

async function mintStaff({
  database,
}: Pick<World, 'database'>): Promise<Pick<Setting, 'staff' | 'staffEmail'>> {
  const staffEmail = `staff-${newToken().slice(0, 8).toLowerCase()}@rowhouse.example`;
  await insertStaff(database.adminUrl, {
    email: staffEmail,
    name: 'Staff',
    passwordHash: await hashPassword(testPassword),
    tokenHash: hashToken(newToken()),
  });
  return { staffEmail, staff: await openStaffSession({ database }) };
}

async function openStaffSession({ database }: Pick<World, 'database'>): Promise<Visitor> {
  const token = newToken();
  await database.query(
    `insert into control.staff_sessions (id, staff_id, token_hash, idle_seconds, expires_at)
     select app.uuid7(), id, $1, 3600, now() + interval '1 day' from control.staff order by id limit 1`,
    [hashToken(token)],
  );
  return { host: 'console.rowhouse.localhost', cookie: `${staffCookie()}=${token}` };
}

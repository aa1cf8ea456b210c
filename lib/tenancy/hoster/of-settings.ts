import { type Env, env } from '../../env';
import type { Hoster } from './hoster';
import { proxy } from './proxy';
import { vercel } from './vercel/vercel';

type Settings = Pick<Env, 'HOSTER' | 'VERCEL_TOKEN' | 'VERCEL_PROJECT_ID' | 'VERCEL_TEAM_ID'>;

/** The hoster that the settings name. Throws where they leave out what it takes to speak to it. */
export function hosterOf(settings: Settings = env()): Hoster {
  if (settings.HOSTER === 'proxy') return proxy;
  const { VERCEL_TOKEN: token, VERCEL_PROJECT_ID: projectId, VERCEL_TEAM_ID: teamId } = settings;
  if (!token || !projectId) {
    throw new Error('HOSTER=vercel needs VERCEL_TOKEN and VERCEL_PROJECT_ID.');
  }
  return vercel({ token, projectId, teamId });
}

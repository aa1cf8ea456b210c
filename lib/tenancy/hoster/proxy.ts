import { type Hoster, nothingSaid } from './hoster';

/** A proxy asks by itself, at the first visit (`lib/server/tls-ask.ts`): nobody has to tell it. */
export const proxy: Hoster = {
  id: 'proxy',
  take: async () => ({ state: 'ready', reason: null, said: nothingSaid }),
  release: async () => undefined,
};

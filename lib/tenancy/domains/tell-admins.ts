import { mailWhoMay } from '../../access/people/mail-who-may';
import type { ControlCtx } from '../../doors/ctx';
import { formatDay } from '../../format';
import type { DomainView } from './claims';
import {
  type BrokenDomain,
  domainBrokenLetter,
  domainEndingLetter,
  domainLiveLetter,
  domainLostLetter,
  type Loss,
} from './letters';

const place = { permission: 'security.manage', path: '/settings/domains' } as const;

type Db = ControlCtx['db'];

/** Mails who may set a workspace's domains, except whoever just looked, that a record is gone. */
export const tellOfBroken = (ctx: ControlCtx, db: Db, domain: DomainView) =>
  tellBy(ctx, db, { domain, letter: domainBrokenLetter, except: ctx.actor.id });

/** The same, that it is lost in some days; whoever looked gets it too, for nobody is told again. */
export const tellOfEnding = (ctx: ControlCtx, db: Db, domain: DomainView) =>
  tellBy(ctx, db, { domain, letter: domainEndingLetter, except: null });

interface Telling {
  domain: DomainView;
  letter: typeof domainBrokenLetter;
  except: string | null;
}

const tellBy = ({ tenant }: ControlCtx, db: Db, { domain, letter, except }: Telling) =>
  mailWhoMay(db, { ...place, tenant, except }, (addressed) => {
    const at = { locale: addressed.language, timeZone: tenant.timeZone };
    const { host, provenUntil } = domain;
    return letter(addressed, {
      host,
      missing: missingOf(domain),
      until: provenUntil && formatDay(provenUntil, at),
    });
  });

function missingOf({ proof }: DomainView): BrokenDomain['missing'] {
  if (proof.finding === 'right') return 'route';
  return proof.finding === 'failed' ? 'answer' : 'proof';
}

/** The same, that all is well again. */
export const tellOfLive = ({ tenant, actor }: ControlCtx, db: Db, host: string) =>
  mailWhoMay(db, { ...place, tenant, except: actor.id }, (addressed) =>
    domainLiveLetter(addressed, host),
  );

/** The same, that it is lost. */
export const tellOfLoss = ({ tenant }: ControlCtx, db: Db, loss: Loss) =>
  mailWhoMay(db, { ...place, tenant }, (addressed) => domainLostLetter(addressed, loss));

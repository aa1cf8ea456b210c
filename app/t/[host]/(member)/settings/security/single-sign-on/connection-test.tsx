'use client';

import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { testProvider } from './actions';

/** Asks the provider what it offers, and shows that or the exact reason why not. */
export function ConnectionTest({ issuer }: { issuer: string }) {
  const t = useWording('settings');
  const { pending, error, fields, data, submit } = useSubmit(testProvider);
  const refused = fields.issuer ?? error;
  return (
    <div className="grid gap-3">
      <div>
        <Button pending={pending} disabled={!issuer.trim()} onClick={() => submit({ issuer })}>
          {t('Test connection')}
        </Button>
      </div>
      {refused ? (
        <Banner tone="danger" title={t('No connection')}>
          {refused}
        </Banner>
      ) : null}
      {data && !refused ? (
        <Banner tone="success" title={t('It answers as an OpenID provider')}>
          <ul className="mt-1 grid gap-0.5 break-all text-sm">
            <li>{t('Issuer: {issuer}', { issuer: data.issuer })}</li>
            <li>{t('Signs in at {address}', { address: data.authorizationEndpoint })}</li>
            <li>{t('{count, plural, one {# key} other {# keys}}', { count: data.keys })}</li>
            {data.claims.length > 0 ? (
              <li>{t('Claims: {claims}', { claims: data.claims.join(', ') })}</li>
            ) : null}
          </ul>
        </Banner>
      ) : null}
    </div>
  );
}

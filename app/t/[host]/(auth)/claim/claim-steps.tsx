'use client';

import { ProofProvider } from '@/lib/identity/ui/proof-provider';
import { useWording } from '@/lib/language/wording-provider';
import { BeginAnew } from './begin-anew';
import type { ClaimState } from './claim-state';
import { FinishForm } from './finish-form';
import { ProveForm } from './prove-form';
import { ProvenAccount } from './proven-account';

/** The two accounts, and what is to be done next. */
export function ClaimSteps({ claim }: { claim: ClaimState }) {
  const t = useWording('auth');
  const { tenant, pool, former } = claim;
  const side = former ? (claim.new ? null : 'new') : 'former';
  return (
    <div className="grid gap-5">
      <ol className="grid gap-3">
        <ProvenAccount
          label={t('Your former account at {tenant}', { tenant })}
          account={former}
          isNext={side === 'former'}
        />
        <ProvenAccount
          label={t('Your account of {pool}', { pool })}
          account={claim.new}
          isNext={side === 'new'}
        />
      </ol>
      {side ? <ProveForm key={side} side={side} claim={claim} /> : <Finish claim={claim} />}
      <BeginAnew purpose={claim.purpose} />
    </div>
  );
}

/** The owner's word wants a fresh proof of the account that they are signed in with. */
function Finish({ claim }: { claim: ClaimState }) {
  if (claim.purpose === 'come_over') return <FinishForm claim={claim} />;
  return (
    <ProofProvider>
      <FinishForm claim={claim} />
    </ProofProvider>
  );
}

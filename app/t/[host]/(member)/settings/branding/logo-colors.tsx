'use client';

import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { Proposal } from '@/lib/tenancy/branding/proposals';
import { type BrandFieldsProps, FieldGroup } from './field-group';
import { useProposals } from './use-proposals';

type Props = Pick<BrandFieldsProps, 'tokens' | 'change'>;

/** Colours found in the logo, each to be taken at once. */
export function LogoColors({ tokens, change }: Props) {
  const t = useWording('settings');
  const proposals = useProposals(tokens.logoPath);
  if (proposals.length === 0) return null;
  return (
    <FieldGroup
      title={t('Colours in your logo')}
      description={t('The first stands out most. Taking one works out all others from it.')}
    >
      <ul className="flex flex-col divide-y divide-line rounded-panel border border-line">
        {proposals.map((proposal) => (
          <ProposalLine
            key={proposal.color}
            proposal={proposal}
            isTaken={[proposal.color, proposal.passing].includes(tokens.color)}
            onTake={(color) => change({ color, accent: proposal.accent ?? undefined })}
          />
        ))}
      </ul>
    </FieldGroup>
  );
}

interface LineProps {
  proposal: Proposal;
  isTaken: boolean;
  onTake: (color: string) => void;
}

function ProposalLine({ proposal, isTaken, onTake }: LineProps) {
  const t = useWording('settings');
  const { color, passing, accent, share } = proposal;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 p-3">
      <span aria-hidden className="flex">
        <span style={{ background: color }} className="size-8 rounded-small border border-line" />
        {accent ? (
          <span
            style={{ background: accent }}
            className="-ml-2 size-8 rounded-small border-2 border-surface"
          />
        ) : null}
      </span>
      <span className="min-w-0 flex-1 basis-40">
        <span className="font-mono text-sm">{color}</span>
        <span className="block text-muted text-sm">
          {t('{percent} % of the logo', { percent: Math.max(1, Math.round(share * 100)) })}
          {accent ? ` · ${t('with {accent} beside it', { accent })}` : ''}
        </span>
        {passing === color ? null : (
          <span className="block text-sm text-warning-text">
            {t('White words on it are hard to read. {passing} is the nearest that passes.', {
              passing,
            })}
          </span>
        )}
      </span>
      <Button size="small" disabled={isTaken} onClick={() => onTake(passing)}>
        {isTaken ? t('In use') : t('Use {to}', { to: passing })}
      </Button>
    </li>
  );
}

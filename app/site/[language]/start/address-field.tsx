import { CircleCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Spinner } from '@/components/ui/spinner';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { type Availability, useAddress } from './use-address';

interface Props {
  slug: string;
  /** What follows the address: a dot, the root domain and a port. */
  suffix: string;
  error: string | undefined;
  onChange(slug: string): void;
}

/** The address below the root domain, with a live answer to whether it is free. */
export function AddressField({ slug, suffix, error, onChange }: Props) {
  const t = useWording('start');
  const found = useAddress(slug);
  const refused = found.state === 'refused' ? found : null;
  const help = helps[found.state];
  const problem = refused?.reason ?? error;
  return (
    <div className="grid gap-2">
      <Field
        label={t('Address')}
        error={problem && t.said(explained(problem))}
        help={help && t(help)}
      >
        <Input
          name="slug"
          className="[font-variant-ligatures:no-contextual]"
          value={slug}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value.toLowerCase().replace(/\s+/g, '-'))}
          after={
            <span className="flex items-center gap-2">
              <span className="max-w-28 truncate sm:max-w-48">{suffix}</span>
              <span className="grid size-4 place-items-center">{marks[found.state]}</span>
            </span>
          }
        />
      </Field>
      {refused?.suggestion ? (
        <p className="text-sm">
          <Button variant="link" onClick={() => onChange(refused.suggestion ?? slug)}>
            {t('Use {address}', { address: refused.suggestion })}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

type State = Availability['state'];

const helps: Record<State, Plain<'start'> | ''> = {
  empty: 'Letters a to z, digits and hyphens. People type it to reach you.',
  checking: 'Checking whether it is free.',
  free: 'Free.',
  unknown: 'Could not be checked just now. It is checked again when you open the workspace.',
  refused: '',
};

const marks: Record<State, React.ReactNode> = {
  empty: null,
  checking: <Spinner />,
  free: <CircleCheck aria-hidden className="size-4 text-success-mark" />,
  unknown: null,
  refused: null,
};

const explained = (reason: string) =>
  /^This name is reserved\b/.test(reason)
    ? 'This name is reserved: it leads to a place of the platform, or could be mistaken for one. Choose another.'
    : reason;

import { Choice } from '@/components/ui/choice';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import { ConnectionTest } from './connection-test';
import type { ProviderFieldsProps } from './provider-draft';

interface Props extends ProviderFieldsProps {
  redirectUris: string[];
  /** Whether a secret is kept already. */
  hasSecret: boolean;
}

/** Where the provider is, who this product is there, and what stands on the button. */
export function ConnectionFields({ draft, fields, put, redirectUris, hasSecret }: Props) {
  const t = useWording('settings');
  return (
    <FormSection
      title={t('Identity provider')}
      description={t(
        'Any provider that speaks OpenID Connect: Entra ID, Google, Okta, Keycloak and others.',
      )}
    >
      <Choice
        label={t('People may sign in with it')}
        help={t('Turning it off signs out everybody who came in through it.')}
      >
        <Switch checked={draft.enabled} onCheckedChange={(enabled) => put({ enabled })} />
      </Choice>
      <Field
        label={t('Issuer')}
        help={t('Exactly as the provider shows it, such as https://login.example.com.')}
        error={fields.issuer}
      >
        <Input
          value={draft.issuer}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => put({ issuer: event.target.value })}
        />
      </Field>
      <ConnectionTest issuer={draft.issuer} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('Client ID')} error={fields.clientId}>
          <Input
            value={draft.clientId}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => put({ clientId: event.target.value })}
          />
        </Field>
        <Field
          label={t('Client secret')}
          help={hasSecret ? t('Empty keeps the one there is. It is never shown again.') : undefined}
          error={fields.clientSecret}
        >
          <Input
            type="password"
            value={draft.clientSecret}
            autoComplete="off"
            onChange={(event) => put({ clientSecret: event.target.value })}
          />
        </Field>
      </div>
      <div className="grid gap-1.5">
        <p className="font-medium text-sm">{t('Redirect address')}</p>
        {redirectUris.map((address) => (
          <div
            key={address}
            className="flex min-w-0 items-center gap-1 rounded-control border border-line bg-surface-sunken pl-2.5"
          >
            <code className="min-w-0 flex-1 break-all py-1.5 text-sm">{address}</code>
            <CopyButton value={address} label={t('Copy the redirect address')} size="small" />
          </div>
        ))}
        <p className="text-muted text-sm">{t('Enter it at the provider, exactly like this.')}</p>
      </div>
      <Field
        label={t('Name on the button')}
        help={t('The sign-in page says “Continue with {label}”.', {
          label: draft.label || t('Company account'),
        })}
        error={fields.label}
      >
        <Input
          value={draft.label}
          maxLength={40}
          placeholder={t('Company account')}
          onChange={(event) => put({ label: event.target.value })}
        />
      </Field>
    </FormSection>
  );
}

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NewPasswordField } from '@/lib/identity/ui/new-password-field';
import { useWording } from '@/lib/language/wording-provider';
import type { StepProps } from './step-props';

interface Props extends StepProps {
  password: string;
  onPassword(password: string): void;
}

export function OwnerStep({ draft, change, errors, password, onPassword }: Props) {
  const t = useWording('start');
  return (
    <>
      <Field label={t('Your name')} error={errors['owner.name']}>
        <Input
          name="ownerName"
          autoComplete="name"
          maxLength={80}
          value={draft.ownerName}
          onChange={(event) => change({ ownerName: event.target.value })}
        />
      </Field>
      <Field label={t('E-mail')} error={errors['owner.email']} help={t('You sign in with it.')}>
        <Input
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          maxLength={254}
          value={draft.email}
          onChange={(event) => change({ email: event.target.value })}
        />
      </Field>
      <NewPasswordField
        name="password"
        label={t('Password')}
        error={errors['owner.password']}
        personal={[draft.ownerName, draft.email, draft.name, draft.slug]}
        factor="none"
        value={password}
        onChange={onPassword}
      />
    </>
  );
}

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { StepProps } from './step-props';

interface Props extends StepProps {
  password: string;
  onPassword(password: string): void;
}

export function OwnerStep({ draft, change, errors, password, onPassword }: Props) {
  return (
    <>
      <Field label="Your name" error={errors['owner.name']}>
        <Input
          name="ownerName"
          autoComplete="name"
          maxLength={80}
          value={draft.ownerName}
          onChange={(event) => change({ ownerName: event.target.value })}
        />
      </Field>
      <Field label="E-mail" error={errors['owner.email']} help="You sign in with it.">
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
      <Field
        label="Password"
        error={errors['owner.password']}
        help="At least 12 characters. A few words in a row are good."
      >
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={password}
          onChange={(event) => onPassword(event.target.value)}
        />
      </Field>
    </>
  );
}

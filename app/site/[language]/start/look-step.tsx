import { ColorInput } from '@/components/ui/color-input';
import { Field } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';
import { LogoField } from './logo-field';
import { PresetPicker } from './preset-picker';
import type { StepProps } from './step-props';

export function LookStep(props: StepProps) {
  const t = useWording('start');
  const { draft, change, errors } = props;
  return (
    <>
      <PresetPicker draft={draft} change={change} />
      <LogoField {...props} />
      <Field
        label={t('Colour')}
        error={errors['look.color']}
        help={t('One is enough: text on it, hover, dark mode and charts follow from it.')}
      >
        <ColorField value={draft.color} onChange={(color) => change({ color, preset: null })} />
      </Field>
    </>
  );
}

interface ColorFieldProps {
  id?: string;
  value: string;
  onChange(value: string): void;
}

function ColorField({ value, onChange, ...aria }: ColorFieldProps) {
  return <ColorInput value={value} onValueChange={onChange} {...aria} />;
}

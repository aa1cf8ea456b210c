import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { placesUnder, type TeamPlace } from './team-facts';

/** Stands for no team above. */
export const top = 'top';

interface Props {
  places: readonly TeamPlace[];
  value: string;
  error: string | undefined;
  onChange: (place: string) => void;
}

/** The team that another stands under. */
export function PlaceField({ places, value, error, onChange }: Props) {
  const t = useWording('settings');
  return (
    <Field
      label={t('Stands under')}
      help={t('Who leads the team above sees to this one too.')}
      error={error}
    >
      <Select
        value={value}
        onValueChange={onChange}
        options={[{ value: top, label: t('No other team') }, ...placesUnder(places)]}
      />
    </Field>
  );
}

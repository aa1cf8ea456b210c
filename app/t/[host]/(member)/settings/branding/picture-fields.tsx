'use client';

import { useWording } from '@/lib/language/wording-provider';
import { type BrandFieldsProps, FieldGroup } from './field-group';
import { PictureField } from './picture-field';

export function PictureFields({ tokens, change, errors }: BrandFieldsProps) {
  const t = useWording('settings');
  return (
    <FieldGroup
      title={t('Pictures')}
      description={t('PNG, JPEG or WebP, up to 4 MB. Drawn anew when stored.')}
    >
      <PictureField
        kind="logo"
        label={t('Logo')}
        hint={t('Wide or square, with room around it cut off.')}
        path={tokens.logoPath}
        error={errors.logoPath}
        onChange={(logoPath) => change({ logoPath })}
      />
      <PictureField
        kind="favicon"
        label={t('Icon')}
        hint={t('Square; shown on the browser’s tab.')}
        path={tokens.faviconPath}
        error={errors.faviconPath}
        onChange={(faviconPath) => change({ faviconPath })}
      />
    </FieldGroup>
  );
}

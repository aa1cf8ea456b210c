'use client';

import { type BrandFieldsProps, FieldGroup } from './field-group';
import { PictureField } from './picture-field';

export function PictureFields({ tokens, change, errors }: BrandFieldsProps) {
  return (
    <FieldGroup
      title="Pictures"
      description="PNG, JPEG or WebP, up to 4 MB. Drawn anew when stored."
    >
      <PictureField
        kind="logo"
        label="Logo"
        hint="Wide or square, with room around it cut off."
        path={tokens.logoPath}
        error={errors.logoPath}
        onChange={(logoPath) => change({ logoPath })}
      />
      <PictureField
        kind="favicon"
        label="Icon"
        hint="Square; shown on the browser’s tab."
        path={tokens.faviconPath}
        error={errors.faviconPath}
        onChange={(faviconPath) => change({ faviconPath })}
      />
    </FieldGroup>
  );
}

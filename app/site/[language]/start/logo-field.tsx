import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { useWording } from '@/lib/language/wording-provider';
import { readLogo } from './logo-picture';
import type { StepProps } from './step-props';

const maxBytes = 4 * 1024 * 1024;

/** A logo from this device. Its colour is proposed as the brand's; nothing is sent until the end. */
export function LogoField({ draft, change, errors }: StepProps) {
  const t = useWording('start');
  const id = useId();
  const [failure, setFailure] = useState<string>();
  const error = failure ?? errors['look.logo'] ?? errors.file;
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailure(file.size > maxBytes ? t('The picture is larger than 4 MB.') : undefined);
    if (file.size > maxBytes) return;
    try {
      const { logo, color } = await readLogo(file);
      change({ logo, ...(color && { color, preset: null }) });
    } catch {
      setFailure(t('This picture cannot be read. Choose a PNG, JPEG or WebP.'));
    }
  };
  return (
    <div className="grid gap-2">
      <p className="font-medium text-sm">{t('Logo')}</p>
      <div className="flex flex-wrap items-center gap-2">
        {draft.logo ? (
          // biome-ignore lint/performance/noImgElement: a picture that exists in this page only
          <img
            src={draft.logo}
            alt={t('Your logo')}
            className="h-control max-w-36 rounded-small border border-line object-contain px-1"
          />
        ) : null}
        <label
          htmlFor={id}
          className={cn(
            buttonVariants({}),
            'has-focus-visible:outline-2 has-focus-visible:outline-focus',
          )}
        >
          {draft.logo ? t('Choose another') : t('Choose a picture')}
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="sr-only"
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        {draft.logo ? (
          <Button variant="ghost" onClick={() => change({ logo: null })}>
            {t('Remove')}
          </Button>
        ) : null}
      </div>
      <p
        id={`${id}-help`}
        role={error ? 'alert' : undefined}
        className={cn('text-sm', error ? 'text-danger-text' : 'text-muted')}
      >
        {error ?? t('PNG, JPEG or WebP. Its colour becomes your colour; you can change it.')}
      </p>
    </div>
  );
}

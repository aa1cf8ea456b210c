import { ExternalLink } from 'lucide-react';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import { useWording } from '@/lib/language/wording-provider';
import type { Form } from '../../forms/shapes';

/** Where guests find the form. */
export function FormAddress({ form }: { form: Form }) {
  const t = useWording('collections');
  return (
    <section aria-label={t('Address')} className="flex flex-wrap items-center gap-2">
      <code className="min-w-0 flex-1 basis-64 truncate rounded-control border border-line bg-surface-sunken px-2.5 py-1.5 text-sm">
        {form.url}
      </code>
      <CopyButton value={form.url} label={t('Copy address')} />
      <LinkButton href={`/f/${form.token}`} target="_blank">
        <ExternalLink aria-hidden />
        {form.state === 'open' ? t('Look at it') : t('Preview')}
      </LinkButton>
    </section>
  );
}

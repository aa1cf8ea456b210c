'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { PageFrame } from '@/components/ui/page-frame';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { Form } from '../../forms/shapes';
import { type ApiError, api } from '../data/api';
import { designOf, draftOf } from './design-draft';
import { DesignLines } from './design-lines';
import { DesignOpening } from './design-opening';
import { DesignWords } from './design-words';
import { FormAddress } from './form-address';

interface Props {
  collection: Collection;
  form: Form | null;
}

const states = {
  draft: ['neutral', 'Draft'],
  open: ['success', 'Open'],
  closed: ['warning', 'Closed'],
} as const;

/** Where the form of a collection is designed, opened and closed. */
export function DesignPage({ collection, form: kept }: Props) {
  const t = useWording('collections');
  const [form, setForm] = useState(kept);
  const [draft, setDraft] = useState(() => draftOf(collection, kept));
  const [error, setError] = useState<ApiError | null>(null);
  const [pending, setPending] = useState(false);
  const path = `/collections/${collection.id}/form`;
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }));
  const call = async (method: 'PUT' | 'POST', to: string, body?: object) => {
    setPending(true);
    const answer = await api<Form>(method, to, body ?? {});
    setPending(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setForm(answer.data);
    return answer.ok;
  };
  const save = () => call('PUT', path, designOf(draft));
  const open = async () => {
    if ((await save()) && (await call('POST', `${path}/publish`))) notify.done(t('Form opened'));
  };
  const close = async () => {
    if (await call('POST', `${path}/close`)) notify.done(t('Form closed'));
  };
  const isOpen = form?.state === 'open';
  const [tone, word] = states[form?.state ?? 'draft'];
  const crumbs = [
    { label: t('Collections'), href: '/collections' },
    { label: collection.name, href: `/collections/${collection.id}` },
  ];
  const errors = error?.fields ?? {};
  return (
    <PageFrame
      width="prose"
      title={t('Form')}
      note={<Badge tone={tone}>{t(word)}</Badge>}
      description={t('People without an account fill it in; each answer becomes a record.')}
      breadcrumb={<Breadcrumb crumbs={crumbs} label={t('Where this is')} />}
      actions={
        <>
          {isOpen ? (
            <Button disabled={pending} onClick={() => void close()}>
              {t('Close form')}
            </Button>
          ) : (
            <Button disabled={pending} onClick={() => void open()}>
              {t('Open form')}
            </Button>
          )}
          <Button
            variant="primary"
            pending={pending}
            onClick={() => void save().then((done) => done && notify.done(t('Form saved')))}
          >
            {t('Save')}
          </Button>
        </>
      }
    >
      {error ? <Banner tone="danger">{error.message}</Banner> : null}
      {form ? <FormAddress form={form} /> : null}
      <DesignLines lines={draft.lines} onChange={(lines) => put({ lines })} />
      <DesignWords {...{ draft, errors, put }} />
      <DesignOpening {...{ draft, errors, put }} answers={form?.answers ?? 0} />
    </PageFrame>
  );
}

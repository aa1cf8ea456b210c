'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { BrandStyle } from '@/components/brand/brand-style';
import { useSubmit } from '@/components/forms/use-submit';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { PageFrame } from '@/components/ui/page-frame';
import { SaveBar } from '@/components/ui/save-bar';
import { useWording } from '@/lib/language/wording-provider';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { discardDraft, publishDraft, saveDraft } from './actions';
import { BrandPreview } from './brand-preview';
import { LegalFields } from './legal-fields';
import { LogoColors } from './logo-colors';
import { LookFields } from './look-fields';
import { MailFields } from './mail-fields';
import { PageFields } from './page-fields';
import { PictureFields } from './picture-fields';
import { useBrandDraft } from './use-brand-draft';

interface Props {
  saved: BrandTokens;
  hasDraft: boolean;
  /** Published version, if any. */
  version: number | null;
  /** The platform's name, unless what is published leaves it out. */
  platform: string | null;
  /** Whether the plan lets it be left out. */
  mayHide: boolean;
  /** The history. */
  children: ReactNode;
}

export function BrandEditor({ saved, hasDraft, version, platform, mayHide, children }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const { tokens, change, errors, dirty, preview, discard } = useBrandDraft(saved);
  const save = useSubmit(saveDraft, () => {
    notify.done(t('Draft saved'), { description: t('Only you and other admins see it here.') });
    router.refresh();
  });
  // The document itself is dressed anew, so it is loaded anew.
  const publish = useSubmit(saveAndPublish, () => window.location.reload());
  const abandon = useSubmit(discardDraft, () => {
    notify.done(t('Draft discarded'));
    router.refresh();
  });
  const wrong = { ...byField(save.fields), ...byField(publish.fields), ...errors };
  const isWhole = Object.keys(errors).length === 0;
  const failed = save.error ?? publish.error ?? abandon.error;
  return (
    <PageFrame
      title={t('Branding')}
      description={t(
        'How this workspace looks to everybody. Change a draft, look at it, then publish.',
      )}
      width="wide"
      note={<VersionNote hasDraft={hasDraft || dirty} version={version} />}
      actions={
        <>
          {hasDraft && !dirty ? (
            <Button pending={abandon.pending} onClick={() => abandon.submit({})}>
              {t('Discard draft')}
            </Button>
          ) : null}
          <Button
            variant="primary"
            pending={publish.pending}
            disabled={!(hasDraft || dirty) || !isWhole}
            onClick={() => publish.submit(tokens)}
          >
            {t('Publish')}
          </Button>
        </>
      }
    >
      <BrandStyle css={preview.css} />
      {failed ? <Banner tone="danger">{failed}</Banner> : null}
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <LookFields
            tokens={tokens}
            change={change}
            errors={wrong}
            adjustments={preview.adjustments}
          />
          <PictureFields tokens={tokens} change={change} errors={wrong} />
          <LogoColors tokens={tokens} change={change} />
          <PageFields tokens={tokens} change={change} errors={wrong} mayHide={mayHide} />
          <MailFields tokens={tokens} change={change} errors={wrong} />
          <LegalFields tokens={tokens} change={change} errors={wrong} />
        </div>
        <div className="min-w-0 xl:sticky xl:top-5">
          <BrandPreview
            tokens={mayHide ? preview.tokens : { ...preview.tokens, whiteLabel: false }}
            platform={platform}
          />
        </div>
      </div>
      {children}
      <SaveBar
        dirty={dirty}
        pending={save.pending}
        error={isWhole ? undefined : t('Something above is not right yet.')}
        message={t('The draft has unsaved changes.')}
        saveLabel={t('Save draft')}
        onDiscard={discard}
        onSave={() => isWhole && save.submit({ tokens })}
      />
    </PageFrame>
  );
}

function VersionNote({ hasDraft, version }: { hasDraft: boolean; version: number | null }) {
  const t = useWording('settings');
  if (hasDraft) return <Badge tone="warning">{t('Draft, not published')}</Badge>;
  return version ? (
    <Badge tone="success">{t('Version {version} is live', { version })}</Badge>
  ) : null;
}

async function saveAndPublish(tokens: BrandTokens) {
  const draft = await saveDraft({ tokens });
  return draft.ok ? await publishDraft({}) : draft;
}

/** `tokens.color` of the server is `color` here. */
const byField = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/^tokens\./, ''), message]),
  );

'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft, Import } from '../../imports/shapes';
import { CheckResult } from './check-result';
import { ImportProgress } from './import-progress';
import { ImportResult } from './import-result';
import type { ImportTarget } from './import-target';
import { MappingStep } from './mapping-step';
import { Steps } from './steps';
import { UploadStep } from './upload-step';

interface Props {
  target: ImportTarget;
  /** The import named by the address, so that a page that is loaded again goes on with it. */
  draft: Draft | null;
}

/** From a file to records: upload, columns, check, import. */
export function ImportWizard({ target, draft: known }: Props) {
  const t = useWording('collections');
  const router = useRouter();
  const [draft, setDraft] = useState(known);
  const [back, setBack] = useState(false);
  const keep = (next: Draft) => {
    const query = new URLSearchParams(window.location.search);
    query.set('import', next.import.id);
    window.history.replaceState(null, '', `?${query}`);
    setDraft(next);
    setBack(false);
  };
  const take = (now: Import) => {
    setDraft((was) => (was ? { ...was, import: now } : was));
    if (now.state === 'done' || now.state === 'reverted') router.refresh();
  };
  const restart = () => {
    window.history.replaceState(null, '', window.location.pathname);
    setDraft(null);
    setBack(false);
  };
  const state = draft?.import.state;
  const step = draft ? stepOf(draft.import, back) : 0;
  return (
    <div className="flex flex-col gap-6">
      <Steps names={[t('File'), t('Columns'), t('Check'), t('Import')]} current={step} />
      {!draft ? <UploadStep target={target} onDraft={keep} /> : null}
      {draft && step === 1 ? (
        <MappingStep
          key={JSON.stringify(draft.import.format)}
          {...{ draft, target }}
          onDraft={keep}
          onRestart={restart}
          onSent={(now) => {
            take(now);
            setBack(false);
          }}
        />
      ) : null}
      {draft && step === 2 && state === 'draft' ? (
        <CheckResult found={draft.import} onBack={() => setBack(true)} onStarted={take} />
      ) : null}
      {draft && state && working.has(state) ? (
        <ImportProgress found={draft.import} onChange={take} />
      ) : null}
      {draft && step === 3 && state && !working.has(state) ? (
        <ImportResult found={draft.import} onChange={take} onRestart={restart} />
      ) : null}
    </div>
  );
}

const working = new Set<Import['state']>(['checking', 'queued', 'running', 'reverting']);

/** Place among the four steps; a draft that was checked as it stands shows what the check said. */
function stepOf({ state, checkedAt }: Import, back: boolean): number {
  if (state === 'checking') return 2;
  if (state !== 'draft') return 3;
  return checkedAt && !back ? 2 : 1;
}

'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
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
  const router = useRouter();
  const [draft, setDraft] = useState(known);
  const [checked, setChecked] = useState(false);
  const keep = (next: Draft) => {
    const query = new URLSearchParams(window.location.search);
    query.set('import', next.import.id);
    window.history.replaceState(null, '', `?${query}`);
    setDraft(next);
    setChecked(false);
  };
  const take = (now: Import) => {
    setDraft((was) => (was ? { ...was, import: now } : was));
    if (now.state === 'done') router.refresh();
  };
  const restart = () => {
    window.history.replaceState(null, '', window.location.pathname);
    setDraft(null);
    setChecked(false);
  };
  const state = draft?.import.state;
  const step = !draft ? 0 : state !== 'draft' ? 3 : checked ? 2 : 1;
  return (
    <div className="flex flex-col gap-6">
      <Steps names={['File', 'Columns', 'Check', 'Import']} current={step} />
      {!draft ? <UploadStep target={target} onDraft={keep} /> : null}
      {draft && step === 1 ? (
        <MappingStep
          key={JSON.stringify(draft.import.format)}
          {...{ draft, target }}
          onDraft={keep}
          onRestart={restart}
          onChecked={(now) => {
            take(now);
            setChecked(true);
          }}
        />
      ) : null}
      {draft && step === 2 ? (
        <CheckResult found={draft.import} onBack={() => setChecked(false)} onStarted={take} />
      ) : null}
      {draft && (state === 'queued' || state === 'running') ? (
        <ImportProgress found={draft.import} onChange={take} />
      ) : null}
      {draft && (state === 'done' || state === 'failed' || state === 'cancelled') ? (
        <ImportResult found={draft.import} onRestart={restart} />
      ) : null}
    </div>
  );
}

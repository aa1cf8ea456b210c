'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft, Import } from '../../imports/shapes';
import { api } from '../data/api';
import { FormatBar } from './format-bar';
import type { ImportTarget } from './import-target';
import { MappingTable } from './mapping-table';
import { type Matching, MatchingBar } from './matching-bar';

interface Props {
  draft: Draft;
  target: ImportTarget;
  onDraft: (draft: Draft) => void;
  /** The whole file was checked, or its import has begun. */
  onSent: (now: Import) => void;
  onRestart: () => void;
}

/** Where each column of the file goes, beside what it holds. */
export function MappingStep({ draft, target, onDraft, onSent, onRestart }: Props) {
  const t = useWording('collections');
  const { id, file, format, collectionName } = draft.import;
  const [columns, setColumns] = useState(draft.import.columns);
  const [name, setName] = useState(collectionName ?? '');
  const [matching, setMatching] = useState<Matching>(draft.import);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(draft.import.message ?? undefined);
  const reread = async (next: Import['format']) => {
    setBusy(true);
    const answer = await api<Draft>('PATCH', `/imports/${id}`, { format: next });
    setBusy(false);
    if (answer.ok) onDraft(answer.data);
    else setError(answer.error.message);
  };
  const send = async (act: 'check' | 'start') => {
    setBusy(true);
    setError(undefined);
    const { mode, keys, emptyCells } = fittingKeys(matching, columns);
    const change = {
      ...{ columns, mode, keys, emptyCells },
      ...(collectionName !== null && { collectionName: name }),
    };
    const kept = await api<Draft>('PATCH', `/imports/${id}`, change);
    const answer = kept.ok ? await api<Import>('POST', `/imports/${id}/${act}`, {}) : null;
    setBusy(false);
    if (!kept.ok) setError(kept.error.message);
    else if (answer && !answer.ok) setError(answer.error.message);
    else if (answer) onSent(answer.data);
  };
  const makes = collectionName !== null;
  const used = columns.filter((column) => column.target.kind !== 'skip').length;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <div className="flex flex-wrap items-end gap-4">
        {makes ? (
          <FormField label={t('Name of the new collection')} className="w-72">
            <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </FormField>
        ) : null}
        <FormatBar
          format={format}
          sheets={draft.sheets}
          disabled={busy}
          onChange={(next) => void reread(next)}
        />
      </div>
      <MappingTable {...{ draft, target, columns }} onChange={setColumns} />
      {target.collectionId ? (
        <MatchingBar
          columns={columns}
          matching={fittingKeys(matching, columns)}
          onChange={setMatching}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {makes ? (
          <Button
            variant="primary"
            pending={busy}
            disabled={used === 0 || !name.trim()}
            onClick={() => void send('start')}
          >
            {t('Create the collection')}
          </Button>
        ) : null}
        <Button
          variant={makes ? 'secondary' : 'primary'}
          pending={busy && !makes}
          disabled={busy || used === 0 || (makes && !name.trim())}
          onClick={() => void send('check')}
        >
          {t('Check rows')}
        </Button>
        <Button onClick={onRestart} disabled={busy}>
          {t('Choose another file')}
        </Button>
        <p className="text-muted text-sm">
          {t('{name}: {used} of {count} columns are imported.', {
            name: file.name,
            used,
            count: columns.length,
          })}
        </p>
      </div>
    </div>
  );
}

/** Only columns that fill a field can find records by it. */
function fittingKeys(matching: Matching, columns: Import['columns']): Matching {
  const keys = matching.keys.filter((at) => columns[at]?.target.kind === 'field');
  return { ...matching, keys, mode: keys.length > 0 ? matching.mode : 'add' };
}

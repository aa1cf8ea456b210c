'use client';

import { useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft } from '../../imports/shapes';
import { ImportWizard } from '../imports/import-wizard';
import { NewCollection } from './new-collection';

interface Props {
  fromFile: boolean;
  draft: Draft | null;
  mayImport: boolean;
}

const ways = [
  { value: 'empty', label: 'Start empty' },
  { value: 'file', label: 'From a file' },
];

const target = { collectionId: null, fields: [], design: true };

/** The two ways to a collection. */
export function NewCollectionPage({ fromFile, draft, mayImport }: Props) {
  const t = useWording('collections');
  const [way, setWay] = useState(fromFile ? 'file' : 'empty');
  return (
    <>
      {mayImport ? (
        <SegmentedControl
          label={t('How to start')}
          segments={t.labelled(ways)}
          value={way}
          onValueChange={setWay}
        />
      ) : null}
      {way === 'file' ? <ImportWizard target={target} draft={draft} /> : <NewCollection />}
    </>
  );
}

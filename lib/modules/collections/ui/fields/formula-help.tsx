'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';
import { functions } from '../../formulas/functions';

/** Every function with what it does and an example; choosing one puts it in. */
export function FormulaHelp({ onInsert }: { onInsert: (text: string) => void }) {
  const t = useWording('collections');
  const [sought, setSought] = useState('');
  const shown = Object.entries(functions).filter(([name, { help }]) =>
    `${name} ${t.said(help)}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <details>
      <summary className="cursor-pointer text-link text-sm">{t('Functions')}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <SearchInput
          aria-label={t('Find a function')}
          placeholder={t('Find a function')}
          value={sought}
          onValueChange={setSought}
        />
        <ul className="flex max-h-72 flex-col gap-3 overflow-y-auto">
          {shown.map(([name, { form, help, example }]) => (
            <li key={name} className="flex items-start justify-between gap-3 text-sm">
              <span className="min-w-0">
                <code className="font-mono font-medium">{form}</code>
                <span className="block text-muted">{t.said(help)}</span>
                <code className="block break-words font-mono text-muted text-xs">{example}</code>
              </span>
              <Button size="small" onClick={() => onInsert(`${name}(`)}>
                {t('Put in {name}', { name })}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button';
import { useWords } from './words';

export type CopyButtonProps = { value: string; label?: string; size?: 'small' | 'medium' };

export function CopyButton({ value, label, size = 'medium' }: CopyButtonProps) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? words.copied : (label ?? words.copy)}
        size={size}
        onClick={() => {
          navigator.clipboard.writeText(value).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      />
      <span aria-live="polite" className="sr-only">
        {copied ? words.copied : ''}
      </span>
    </>
  );
}

'use client';

import { useMemo, useRef, useState } from 'react';
import { brandCss } from '@/lib/tenancy/branding/css';
import { publishBrand } from '@/lib/tenancy/branding/publish';
import { BrandTokens } from '@/lib/tenancy/branding/tokens';

export type ChangeTokens = (part: Partial<BrandTokens>) => void;

/**
 * What is being edited, with its preview worked out as it will be at publishing. While something is
 * half typed the preview keeps the last looks that were whole.
 */
export function useBrandDraft(saved: BrandTokens) {
  const [tokens, setTokens] = useState(saved);
  const whole = useRef(saved);
  const checked = useMemo(() => BrandTokens.safeParse(tokens), [tokens]);
  if (checked.success) whole.current = checked.data;
  const shown = whole.current;
  const preview = useMemo(() => {
    const { brand, adjustments } = publishBrand(shown);
    return { css: brandCss(brand, 'preview'), adjustments, tokens: shown };
  }, [shown]);
  const errors = Object.fromEntries(
    (checked.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]),
  );
  const change: ChangeTokens = (part) => setTokens({ ...tokens, ...part });
  const dirty = JSON.stringify(tokens) !== JSON.stringify(saved);
  return { tokens, change, errors, dirty, preview, discard: () => setTokens(saved) };
}

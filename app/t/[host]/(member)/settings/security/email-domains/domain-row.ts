import type { EmailDomainView } from '@/lib/identity/domains/claims';

/** A domain as its section shows it, times in words. */
export interface DomainRow extends Omit<EmailDomainView, 'checkedAt' | 'provenUntil'> {
  checked: string | null;
  /** Until when its proof counts; null where none does. */
  until: string | null;
}

export interface JoinRole {
  id: string;
  name: string;
  grantable: boolean;
}

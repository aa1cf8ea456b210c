import type { ProviderState } from '@/lib/identity/oidc/provider';

/** The provider as the form holds it. */
export interface FormDraft {
  enabled: boolean;
  issuer: string;
  clientId: string;
  /** Empty to keep the one there is. */
  clientSecret: string;
  label: string;
  joins: boolean;
  secondFactor: ProviderState['secondFactor'];
  groupClaim: string;
  groupRoles: { group: string; roleId: string }[];
  defaultRoleId: string | null;
}

export interface ProviderFieldsProps {
  draft: FormDraft;
  fields: Record<string, string>;
  put: (part: Partial<FormDraft>) => void;
}

/** A role that groups may give. */
export interface GroupRole {
  id: string;
  name: string;
  /** Whether the reader may give it. */
  grantable: boolean;
}

const blank: FormDraft = {
  enabled: true,
  issuer: '',
  clientId: '',
  clientSecret: '',
  label: '',
  joins: false,
  secondFactor: 'ask',
  groupClaim: 'groups',
  groupRoles: [],
  defaultRoleId: null,
};

export function draftOf(provider: ProviderState | null): FormDraft {
  if (!provider) return blank;
  const { changedAt: _, ...kept } = provider;
  return { ...kept, clientSecret: '' };
}

export const providerOf = ({ clientSecret, ...draft }: FormDraft) => ({
  ...draft,
  ...(clientSecret && { clientSecret }),
});

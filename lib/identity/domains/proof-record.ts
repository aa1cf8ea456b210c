import { newToken } from '../secrets';

// Neutral on purpose: what tenants of a white label set in their DNS names no platform.
const prefix = '_workspace-verification';

/** The record with which a tenant proves a domain. */
export interface ProofRecord {
  name: string;
  value: string;
}

export const newProof = newToken;

/** What has to stand in DNS for a domain and the proof that was made for it. */
export const proofRecord = (domain: string, proof: string): ProofRecord => ({
  name: `${prefix}.${domain}`,
  value: `${prefix.slice(1)}=${proof}`,
});

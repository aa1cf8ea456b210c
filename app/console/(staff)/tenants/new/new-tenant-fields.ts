/** What is typed so far. */
export interface NewTenantFields {
  name: string;
  slug: string;
  locale: 'en' | 'ko';
  timeZone: string;
  sample: boolean;
  ownerName: string;
  ownerEmail: string;
  reason: string;
}

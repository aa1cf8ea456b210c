/** How long a new token may last, in days. */
export const tokenTerms = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Until it is revoked' },
];

/** What a term says to the server: null for a token that stays. */
export const daysOf = (term: string): number | null => (term === 'never' ? null : Number(term));

export const billingDescription =
  'Every hour that is sealed is told to Stripe once, and every day compared with what it knows.';

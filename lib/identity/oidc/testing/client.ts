/** Who this product is at the providers of the tests. */
export const testClient = { clientId: 'rowhouse', clientSecret: 'a-secret-that-only-two-know' };

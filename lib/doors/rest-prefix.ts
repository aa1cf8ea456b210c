/** Where the REST door stands on every host. */
export const restPrefix = '/api/v1';

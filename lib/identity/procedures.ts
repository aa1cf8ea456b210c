export const identityProcedures = {};

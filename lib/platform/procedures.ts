export const platformProcedures = {};

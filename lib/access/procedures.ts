export const accessProcedures = {};

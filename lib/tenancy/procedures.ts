export const tenancyProcedures = {};

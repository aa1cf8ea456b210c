export const collectionsProcedures = {};

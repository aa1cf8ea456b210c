export const shardsDescription = 'The Postgres servers that hold tenants.';

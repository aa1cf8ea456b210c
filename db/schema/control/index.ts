export * from './archives';
export * from './homes';
export * from './identity';
export * from './operations';
export * from './platform';
export * from './plumbing';
export * from './tenants';

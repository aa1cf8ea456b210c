export * from './archives';
export * from './homes';
export * from './identity';
export * from './moves';
export * from './operations';
export * from './platform';
export * from './plumbing';
export * from './tenants';

export * from './collections';
export * from './files';
export * from './people';
export * from './plumbing';
export * from './views';

export * from './collections';
export * from './files';
export * from './people';
export * from './plumbing';
export * from './record-links';
export * from './views';

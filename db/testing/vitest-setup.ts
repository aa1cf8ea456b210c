import { inject } from 'vitest';
import { useCluster } from './cluster';
import { setTestTier } from './tier';

// biome-ignore lint/correctness/useHookAtTopLevel: the runner's inject is no React hook
useCluster(inject('adminDatabaseUrl'));
setTestTier(inject('tier'));

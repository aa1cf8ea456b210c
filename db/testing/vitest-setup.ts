import { inject } from 'vitest';
import { useCluster } from './cluster';

// biome-ignore lint/correctness/useHookAtTopLevel: the runner's inject is no React hook
useCluster(inject('adminDatabaseUrl'));

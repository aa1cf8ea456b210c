import { inject } from 'vitest';
import { useCluster } from './cluster';
import { useTier } from './tier';

// biome-ignore lint/correctness/useHookAtTopLevel: the runner's inject is no React hook
useCluster(inject('adminDatabaseUrl'));
// biome-ignore lint/correctness/useHookAtTopLevel: the same
useTier(inject('tier'));

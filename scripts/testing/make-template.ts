import { ensureTemplate } from '@/db/testing/template';

// Makes the database that tests clone, on the cluster whose superuser's URL is given.
await ensureTemplate(process.argv[2] ?? '');

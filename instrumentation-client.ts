import { config } from 'zod/v4/core';

// Schemas try whether they may write functions, which the content security policy refuses and reports.
config({ jitless: true });

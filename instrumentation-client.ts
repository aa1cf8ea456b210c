// Schemas try whether they may write functions, which the content security policy refuses and reports.
// Said where zod reads its settings, since its own `config` would bring half of it to every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

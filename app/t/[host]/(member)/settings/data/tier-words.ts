/** What each isolation tier means, for people who do not run databases. */
export const tierWords = {
  pooled: {
    name: 'Shared tables',
    meaning:
      'Your rows stand in tables that other workspaces use too. The database itself checks on every row whose it is, and hides all others from every query made for you.',
  },
  schema: {
    name: 'Own schema',
    meaning:
      'Your data has tables of its own, which only a login of its own can open. It shares a database server with other workspaces.',
  },
  database: {
    name: 'Own database',
    meaning:
      'Your data has a database of its own with a login of its own. Nobody else’s data is in it, and it can be backed up and moved by itself.',
  },
} as const;

/** What a stored file is called in an export: its id, and its name as any system takes it. */
export const nameInExport = (id: string, name: string) => `${id} ${safeName(name)}`;

const safeName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replace(/^\.+|[. ]+$/g, '')
    .trim()
    .slice(0, 100) || 'unnamed';

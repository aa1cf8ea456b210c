/** What the pictures of the app show: somebody, and whether they paid. */
export const previewRows = [
  ['Kim Minseo', 'Paid'],
  ['Lee Jiho', 'Open'],
  ['Park Seoyun', 'Paid'],
  ['Choi Haneul', 'Paid'],
] as const;

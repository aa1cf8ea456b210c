/** The page that an address asks for, from 1. */
export function pageOf(page: string | undefined): number {
  const at = Number(page ?? 1);
  return Number.isInteger(at) && at > 0 && at <= 10_000 ? at : 1;
}

export const pageSize = 25;

/** What `Pagination` shows of one page. */
export function pagesOf(
  { page, shown, total }: { page: number; shown: number; total: number },
  hrefOf: (page: string | undefined) => string,
) {
  const from = (page - 1) * pageSize;
  const to = from + shown;
  return {
    from: Math.min(from + 1, total),
    to,
    total,
    ...(page > 1 && { previousHref: hrefOf(page > 2 ? String(page - 1) : undefined) }),
    ...(to < total && { nextHref: hrefOf(String(page + 1)) }),
  };
}

import { readRows } from '../../../rows';

export async function GET(request) {
  return Response.json(await readRows(Object.fromEntries(request.nextUrl.searchParams)));
}

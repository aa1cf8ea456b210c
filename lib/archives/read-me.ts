import type { Snapshot } from '@/db/archive/snapshot';

/** What stands in an export, for whoever opens it. */
export const readMe = ({ takenAt, standing }: Snapshot) => `Everything in this workspace
as it was at ${takenAt.toISOString()}
workspace ${standing.tenantId}

members.json   members with the fields of this workspace's own, where it has any
collections/   one CSV and one JSON file for each collection, with the names of its fields
tasks/         tasks, for whom they are and what was handed in, as CSV and JSON
files/         uploaded files, each with its id before its name
tables/        every table as it is stored, one JSON document a line (JSON Lines, UTF-8)

CSV files are UTF-8 with a byte order mark and follow RFC 4180. Text that a spreadsheet would run as
a formula begins with an apostrophe. Times are ISO 8601.

In tables/records.jsonl, "data" holds a record's values by the key of their field; the fields are in
tables/fields.jsonl. Columns t1 to t12, i1 to i4, n1 to n8 and d1 to d6 are sortable copies of values.

Not in here: passwords, sessions, tokens and billing.
`;

import type { OpenAPI } from '@orpc/openapi';
import type { Operation } from '../openapi';
import { html, type Markup } from './html';
import { exampleOf, notesOf, type Schema, type SchemaRow, schemaRows, typeOf } from './schema';

export interface Listed {
  method: string;
  path: string;
  operation: Operation;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
  description?: string;
}

type Described = OpenAPI.RequestBodyObject | OpenAPI.ResponseObject;

/** Name of an operation's place on the page. */
export const anchorOf = ({ operationId }: Operation) => operationId.replaceAll('.', '-');

const methodBadge = (method: string) =>
  html`<b class="method ${method}">${method.toUpperCase()}</b>`;

/** One operation: what it takes, what it answers, and a call to copy. */
export function operationSection(listed: Listed, document: OpenAPI.Document): Markup {
  const { method, path, operation } = listed;
  const parameters = parametersOf(operation, document);
  const body = contentOf(operation.requestBody as Described | undefined);
  const answer = contentOf(operation.responses?.['200'] as Described | undefined);
  return html`<details class="operation" id="${anchorOf(operation)}">
<summary>${methodBadge(method)}<code>${path}</code><span>${plain(operation.summary)}</span></summary>
<div class="body">
<p class="access">Who may call it: ${operation['x-access']}</p>
${parameters.length > 0 && table('Parameters', parameters.map(parameterRow))}
${body && table(`Body, ${body.mediaType}`, rowsOrWhole(body.schema))}
${answer && table(`Answer, ${answer.mediaType}`, rowsOrWhole(answer.schema))}
<h3>Refusals</h3>
<p class="refusals">${refusalLinks(operation)}</p>
<h3>Example</h3>
<pre tabindex="0"><code>${curl(listed, document, body)}</code></pre>
</div></details>`;
}

/** Summaries are written with and without a full stop; a heading has none. */
export const plain = (summary = '') => summary.replace(/\.$/, '');

function parametersOf(operation: Operation, document: OpenAPI.Document): Parameter[] {
  return (operation.parameters ?? []).map((parameter) => {
    if (!('$ref' in parameter)) return parameter as Parameter;
    const name = parameter.$ref.split('/').at(-1) ?? '';
    return document.components?.parameters?.[name] as Parameter;
  });
}

function contentOf(described: Described | undefined) {
  const [mediaType, media] = Object.entries(described?.content ?? {})[0] ?? [];
  const schema = media?.schema as Schema | undefined;
  return mediaType && schema ? { mediaType, schema } : null;
}

const parameterRow = ({ name, in: place, required, schema = {}, description }: Parameter) => ({
  name,
  depth: 0,
  type: typeOf(schema),
  required: required ?? false,
  notes: [`in ${place}`, ...notesOf(schema), ...(description ? [description] : [])],
});

function rowsOrWhole(schema: Schema): SchemaRow[] {
  const rows = schemaRows(schema);
  if (rows.length > 0) {
    const isList = Boolean(schema.items);
    return isList ? [wholeRow('each', schema.items as Schema), ...rows] : rows;
  }
  return [wholeRow('whole', schema)];
}

const wholeRow = (name: string, schema: Schema): SchemaRow => ({
  name,
  depth: 0,
  type: typeOf(schema),
  required: true,
  notes: notesOf(schema),
});

const table = (title: string, rows: SchemaRow[]) => html`<h3>${title}</h3>
<div class="scroll"><table><thead><tr><th>Name</th><th>Type</th><th>Notes</th></tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><td class="depth${row.depth}"><code>${row.name}</code>${!row.required && html` <i>optional</i>`}</td><td>${row.type}</td><td>${row.notes.join('; ')}</td></tr>`,
)}
</tbody></table></div>`;

const refusalLinks = (operation: Operation) =>
  Object.keys(operation.responses ?? {})
    .filter((status) => Number(status) >= 400)
    .map((status) => html`<a href="#error-${status}">${status}</a> `);

type Body = ReturnType<typeof contentOf>;

function curl({ method, path, operation }: Listed, document: OpenAPI.Document, body: Body) {
  const url = `${document.servers?.[0]?.url ?? ''}${path}`;
  const scheme = operation.security?.[0] ?? {};
  const isForm = body?.mediaType === 'multipart/form-data';
  return [
    method === 'get' ? `curl '${url}'` : `curl -X ${method.toUpperCase()} '${url}'`,
    'bearer' in scheme && `-H "Authorization: Bearer $TOKEN"`,
    'tenant' in scheme && `-H 'X-Tenant: example'`,
    body && !isForm && `-H 'Content-Type: application/json'`,
    body && !isForm && `-d '${JSON.stringify(exampleOf(body.schema))}'`,
    isForm && `-F 'file=@picture.png'`,
  ]
    .filter((line) => line)
    .join(' \\\n  ');
}

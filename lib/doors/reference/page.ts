import type { OpenAPI } from '@orpc/openapi';
import type { Operation } from '../openapi';
import { limits } from '../rates/limits';
import { restPrefix } from '../rest-prefix';
import { html, type Markup, trusted } from './html';
import { anchorOf, type Listed, operationSection, plain } from './operation';
import { referenceStyles } from './styles';

export interface ReferenceLooks {
  name: string;
  /** The brand's CSS variables. */
  css: string;
  /** Tab icon: a path of this host or a data URL. */
  icon: string;
  logo?: string | undefined;
}

/** The reference as one page without scripts, from the document and in the looks of its host. */
export function referencePage(document: OpenAPI.Document, looks: ReferenceLooks): string {
  const groups = groupsOf(document);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title}</title>
<link rel="icon" href="${looks.icon}">
<style>${trusted(looks.css)}${trusted(referenceStyles)}</style></head>
<body><div class="frame">
<nav aria-label="Operations">${brandMark(looks)}
<div class="places"><p>Start</p><ul>${guides(document).map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>
${groups.map(navGroup)}</div></nav>
<main>
<h1>${document.info.title}</h1>
<p class="lead">Everything that can be done here can be done by a program. This page is made from <a href="${restPrefix}/openapi.json">the OpenAPI document</a>, which tools can read.</p>
${guides(document).map(({ id, title, body }) => html`<section class="prose"><h2 id="${id}">${title}</h2>${body}</section>`)}
${groups.map(([title, operations]) => html`<section><h2>${title}</h2>${operations.map((listed) => operationSection(listed, document))}</section>`)}
</main></div></body></html>`.text;
}

const brandMark = ({ name, logo }: ReferenceLooks) =>
  html`<div class="brand">${
    logo
      ? html`<img src="${logo}" alt="">`
      : html`<span aria-hidden="true">${[...name][0] ?? ''}</span>`
  }${name}</div>`;

type Group = [title: string, operations: Listed[]];

function groupsOf(document: OpenAPI.Document): Group[] {
  const groups = new Map<string, Listed[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      const title = operation.tags?.[0] ?? '';
      groups.set(title, [...(groups.get(title) ?? []), { method, path, operation }]);
    }
  }
  return [...groups];
}

const navGroup = ([title, operations]: Group) => html`<p>${title}</p><ul>
${operations.map(({ operation }) => html`<li><a href="#${anchorOf(operation)}">${plain(operation.summary)}</a></li>`)}</ul>`;

interface Guide {
  id: string;
  title: string;
  body: Markup;
}

function guides(document: OpenAPI.Document): Guide[] {
  const schemes = document.components?.securitySchemes ?? {};
  const signsIn = Boolean(document.paths?.['/sign-in']);
  return [
    {
      id: 'address',
      title: 'Address',
      body: html`<pre tabindex="0"><code>${document.servers?.[0]?.url ?? ''}</code></pre><p>JSON in, JSON out. Times are ISO 8601 in UTC; ids are UUIDs.</p>`,
    },
    ...(signsIn
      ? [
          {
            id: 'authentication',
            title: 'Authentication',
            body: authentication('tenant' in schemes),
          },
        ]
      : []),
    { id: 'errors', title: 'Errors', body: errorGuide(document) },
    { id: 'repeats', title: 'Repeats and limits', body: repeats },
  ];
}

const authentication = (
  namesTenant: boolean,
) => html`<p>Send a token with every call: <code>Authorization: Bearer …</code>. Make one that lasts in your account, or sign in for one that ends by itself: <a href="#session-start">POST /sign-in</a>. Where a client hands its credential on, let it hand on a JWT of ten minutes instead: <a href="#session-accessToken">POST /session/access-token</a>. A token never allows more than the person who made it.</p>
${namesTenant && html`<p>This address serves every workspace, so each call also says which one it is for: <code>X-Tenant: </code> and the workspace’s slug or id. On a workspace’s own address the header is left out.</p>`}`;

const repeats = html`<p>A write may carry an <code>Idempotency-Key</code> of your choice. Repeated with the same key and the same input, it answers as the first time and does nothing twice; with another input it is refused with 409, and so is a repeat of what answers a secret, which is shown once.</p>
<p>A caller may make ${limits.read.caller.toLocaleString('en')} reads, ${limits.write.caller.toLocaleString('en')} writes, ${limits.heavy.caller} exports or other heavy calls and ${limits.guess.caller} sign-ins or look-ups a minute, unless the plan of its workspace says otherwise; all callers of a workspace share a limit of their own. The headers <code>RateLimit-Policy</code> and <code>RateLimit</code> say what holds and what is left, the second with <code>-workspace</code> for all callers together. Beyond that the answer is 429, and <code>Retry-After</code> says after how many seconds there is room again.</p>`;

function errorGuide(document: OpenAPI.Document): Markup {
  const responses = Object.values(document.components?.responses ?? {}) as OpenAPI.ResponseObject[];
  return html`<p>A refusal is a problem document (RFC 9457): <code>code</code> is for programs, <code>detail</code> for people, <code>requestId</code> for support.</p>
${responses.map((response) => {
  const example = response.content?.['application/problem+json']?.example as { status: number };
  return html`<details class="operation error" id="error-${example.status}"><summary><b class="method">${example.status}</b><span>${response.description.replaceAll('`', '')}</span></summary><pre tabindex="0"><code>${JSON.stringify(example, null, 2)}</code></pre></details>`;
})}`;
}

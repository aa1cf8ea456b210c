'use client';

import { createContext, use } from 'react';

/** What linked records are called, as far as this page has heard. */
export class LinkNames {
  readonly #names = new Map<string, string>();

  get(id: string): string | undefined {
    return this.#names.get(id);
  }

  learn(links: Readonly<Record<string, string>> | undefined) {
    for (const [id, name] of Object.entries(links ?? {})) this.#names.set(id, name);
  }
}

/** Pages that show relations provide one that has learned the `links` of their records. */
export const LinkNamesContext = createContext<LinkNames | null>(null);

const none = new LinkNames();

/** Names known to the page; those it has not heard of are read as deleted. */
export const useLinkNames = (): LinkNames => use(LinkNamesContext) ?? none;

/** The records that a value leads to. */
export const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const linkWords = (name: string | undefined): string =>
  name === undefined ? 'Deleted record' : name || 'Record without a name';

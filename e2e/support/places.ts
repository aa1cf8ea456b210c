import { test } from '@playwright/test';

interface Product {
  port: number;
  rootDomain: string;
  dataDir: string;
}

/** The running product under test. */
export const product = () => test.info().config.metadata as Product;

/** Host of a place: a tenant's slug, `console`, `api`, a whole custom domain, or `root`. */
export function hostOf(place: string): string {
  const { rootDomain } = product();
  if (place === 'root') return rootDomain;
  return place.includes('.') ? place : `${place}.${rootDomain}`;
}

/** Address of a page at a place as `hostOf` names it. */
export const urlOf = (place: string, path = '/') =>
  `http://${hostOf(place)}:${product().port}${path}`;

export const customDomain = 'learn.daechi.localhost';

export const demoPassword = 'rowhouse-demo-pass';

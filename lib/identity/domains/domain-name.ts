import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import { z } from 'zod';
import { emailKey } from '../email';
import { publicHosts } from './public-hosts';

/** Leaves room for the name of the record below it. */
const maxLength = 200;

/** A domain that an organisation can have for itself, in lower case and punycode. */
export const EmailDomain = z
  .string()
  .trim()
  .max(maxLength, `At most ${maxLength} characters.`)
  .transform((typed) => domainKey(typed.replace(/^@/, '')))
  .pipe(
    z
      .string()
      .refine(isDomain, { error: 'Enter a domain, such as example.com.', abort: true })
      .refine((domain) => isRegistrable(domain), {
        error: 'Many organisations have names below this one. Enter a domain of your own.',
        abort: true,
      })
      .refine(
        (domain) => !isPublicHost(domain),
        'Anybody can have an address there. Enter a domain of your own.',
      ),
  );

/** A domain as it is compared; empty for what is none. */
const domainKey = (typed: string): string =>
  domainToASCII(typed.normalize('NFKC').toLowerCase().replace(/\.$/, ''));

/** The domain of an address, as it is compared. */
export const domainOf = (email: string): string =>
  domainKey(email.slice(email.lastIndexOf('@') + 1));

/** Whether it is one of many addresses of one mailbox, so that another account may be the same person's. */
export const isSubAddress = (email: string): boolean => /\+.*@/.test(emailKey(email));

const factsOf = (domain: string) =>
  parse(domain, { allowPrivateDomains: true, extractHostname: false });

function isDomain(domain: string): boolean {
  const { isIp, isIcann, isPrivate } = factsOf(domain);
  return shape.test(domain) && !isIp && (isIcann === true || isPrivate === true);
}

const isRegistrable = (domain: string) => factsOf(domain).domain !== null;

function isPublicHost(domain: string): boolean {
  const { domain: registered } = factsOf(domain);
  return publicHosts.has(domain) || (registered !== null && publicHosts.has(registered));
}

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const shape = new RegExp(`^${label}(\\.${label})+$`);

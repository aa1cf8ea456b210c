import { parse } from 'tldts';
import { z } from 'zod';
import { env } from '../../env';
import { normaliseHost } from '../hosts';

/** Leaves room for the name of the record below it. */
const maxLength = 200;

/** A host that an organisation can have for itself, in its one normal form. */
export const DomainHost = z
  .string()
  .trim()
  .max(maxLength, `At most ${maxLength} characters.`)
  .transform((typed) => normaliseHost(typed) ?? '')
  .pipe(
    z
      .string()
      .refine((host) => !isOurs(host), {
        error: 'This name is reserved. Enter a domain of your own.',
        abort: true,
      })
      .refine(isDomain, { error: 'Enter a domain, such as learn.example.com.', abort: true })
      .refine(
        (host) => factsOf(host).domain !== null,
        'Many organisations have names below this one. Enter a domain of your own.',
      ),
  );

/** Whether nothing stands in front of what was registered, where DNS lets no CNAME stand. */
export const isApex = (host: string): boolean => factsOf(host).domain === host;

/** What was registered of a name; the name itself where that is not known. */
export const registeredOf = (host: string): string => factsOf(host).domain ?? host;

const factsOf = (host: string) =>
  parse(host, { allowPrivateDomains: true, extractHostname: false });

function isDomain(host: string): boolean {
  const { isIp, isIcann, isPrivate } = factsOf(host);
  return host.includes('.') && !isIp && (isIcann === true || isPrivate === true);
}

function isOurs(host: string): boolean {
  const { ROOT_DOMAIN, DOMAINS_TARGET } = env();
  return host === ROOT_DOMAIN || host.endsWith(`.${ROOT_DOMAIN}`) || host === DOMAINS_TARGET;
}

import { join } from 'node:path';
import { isLocalDomain } from './settings.mjs';

const demoPassword = 'rowhouse-demo-pass';

const demoTenants = [
  [
    'gangnam',
    'study centre',
    'admin@gangnam.example, student.a@example.com, teacher.b@example.com',
  ],
  ['bundang', 'maths academy', 'admin@bundang.example, student.a@example.com'],
  ['daechi', 'English academy', 'teacher.b@example.com'],
  ['acme', 'partner', 'admin@acme.example … guest@acme.example'],
  ['metro', 'public agency', 'admin@metro.example'],
];

/** Where to go, as lines to print. The demo world exists only where the domain is local. */
export function welcome({ port, rootDomain, dataDir, stripe }, logsShown) {
  const at = (name) =>
    `http://${name ? `${name}.` : ''}${rootDomain}${port === 80 ? '' : `:${port}`}`;
  const lines = [
    '',
    `Rowhouse is ready:  ${at()}`,
    `  console           ${at('console')}`,
    `  API               ${at('api')}/api/v1`,
  ];
  if (stripe.LOCAL_STRIPE_PORT)
    lines.push(`  Stripe            a local one at ${stripe.STRIPE_API_URL}: no money moves`);
  if (isLocalDomain(rootDomain))
    lines.push(
      ...(process.env.SMTP_URL ? [] : [`  mailbox           ${at()}/mailbox`]),
      '',
      `Demo tenants (every password is ${demoPassword}):`,
      ...demoTenants.map(([slug, what, logins]) => `  ${at(slug)}  ${what}\n      ${logins}`),
      `  ${at('console')}  platform staff\n      staff@rowhouse.example`,
    );
  if (!logsShown)
    lines.push('', `Logs go to ${join(dataDir, 'logs')} (npm start -- --logs shows them).`);
  return [...lines, '', 'Ctrl-C stops everything; the data stays.'];
}

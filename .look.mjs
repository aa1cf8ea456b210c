import { chromium } from 'playwright';
const P = process.env.P ?? 3100;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking'] });
const theme = process.env.THEME ?? 'light', width = +(process.env.W ?? 1440);
const ctx = await b.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
const page = await ctx.newPage();
page.on('console', m => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0,300)));
page.on('pageerror', e => console.log('PAGEERROR', e.message.slice(0,300)));
const shot = async (n) => { await page.waitForTimeout(400); await page.screenshot({ path: `/tmp/lead/shots/${n}-${width}-${theme}.png` }); console.log(n, page.url(), await page.title()); };
const t = (process.env.TENANT ?? 'gangnam'), who = process.env.WHO ?? 'admin@gangnam.example';
await page.goto(`http://${t}.rowhouse.localhost:${P}/`); await shot('sign-in');
await page.getByLabel(/e-mail|email/i).first().fill(who);
await page.getByLabel(/password/i).first().fill('rowhouse-demo-pass');
await page.getByRole('button', { name: /sign in/i }).first().click();
await page.waitForURL(u => !u.pathname.includes('sign-in'), { timeout: 10000 }).catch(e => console.log('no nav', e.message.slice(0,80)));
await shot('home');
for (const path of (process.env.PATHS ?? '/collections,/settings,/settings/people,/settings/branding,/settings/features,/settings/audit,/settings/data,/account').split(',')) {
  await page.goto(`http://${t}.rowhouse.localhost:${P}${path}`); await shot(path.replaceAll('/','_').slice(1));
}
if (process.env.GRID) { await page.goto(`http://${t}.rowhouse.localhost:${P}/collections`); await page.getByRole('link', { name: /Students|Orders|Permits/ }).first().click(); await page.waitForTimeout(2500); await shot('grid'); }
await b.close();

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects no serious or critical accessibility finding on what the page shows now. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await expectNoneOf(new AxeBuilder({ page }), what);
}

async function expectNoneOf(builder: AxeBuilder, what: string) {
  const { violations } = await builder.analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' | ')}`);
  expect(found, `accessibility of ${what}`).toEqual([]);
}

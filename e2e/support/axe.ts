import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

// Says of what passed no more than that, which takes half of the time on a long page.
const brief = { resultTypes: ['violations' as const], preload: false };

/** Expects no serious or critical accessibility finding on what the page shows now. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  await expectNoneOf(new AxeBuilder({ page }).options(brief), what);
}

/** The same for colours alone, when nothing but the scheme has changed. */
export async function expectReadable(page: Page, what = page.url()): Promise<void> {
  await expectNoneOf(
    new AxeBuilder({ page }).options({ ...brief, runOnly: ['color-contrast'] }),
    what,
  );
}

async function expectNoneOf(builder: AxeBuilder, what: string) {
  // A scheme that has just changed is not drawn everywhere at once: what stays is what counts.
  await expect(async () => {
    // Without frames there is nothing to gather on a page of its own, which takes a second each time.
    const { violations } = await builder.setLegacyMode().analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' | ')}`);
    expect(found, `accessibility of ${what}`).toEqual([]);
  }).toPass({ timeout: 60_000 });
}

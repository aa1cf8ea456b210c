import { expectAccessible } from './support/axe';
import { urlOf } from './support/places';
import { test } from './support/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const path of ['/sign-in', '/forgot']) {
      test(`everybody can use ${path}`, async ({ page }) => {
        await page.goto(urlOf('acme', path));
        await page.getByRole('button').first().waitFor();
        await expectAccessible(page);
      });
    }
  });
}

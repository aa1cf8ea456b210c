import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { waitUntilAwake } from './awake';

export { expect };

/** What the browsers of one test complained about. */
class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** An error that the test brings about on purpose, such as a refused request. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  async listen(context: BrowserContext): Promise<void> {
    await context.addInitScript(tellRefusals);
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.heard.push(`${message.text()} at ${message.location().url}`);
    });
    context.on('weberror', (error) => this.heard.push(String(error.error().stack)));
  }

  unexpected(): string[] {
    return this.heard.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }
}

/** In the page: what its content security policy refuses is an error, also where a script catches it. */
function tellRefusals() {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    reportError(
      new Error(`The content security policy refused ${effectiveDirective}: ${blockedURI}`),
    ),
  );
}

interface Fixtures {
  /** Fails the test on every error in a browser's console that it did not announce. */
  complaints: Complaints;
  /** Opens a page in a browser of its own, as another person or device has it. */
  anotherDevice: () => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ browserName: _ }, use) => {
      const complaints = new Complaints();
      await use(complaints);
      expect(complaints.unexpected(), 'errors in the browser console').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    await complaints.listen(context);
    await use(context);
  },
  page: async ({ page }, use) => {
    await use(waitUntilAwake(page));
  },
  anotherDevice: async ({ browser, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push(context);
      await complaints.listen(context);
      return waitUntilAwake(await context.newPage());
    });
    for (const context of opened) await context.close();
  },
});

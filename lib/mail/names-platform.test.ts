import { expect, it } from 'vitest';
import { namesPlatform } from './names-platform';

it('knows the platform’s own domain, above and below it, in a sender', () => {
  const root = 'app.house.example';
  for (const sender of [
    'House <post@app.house.example>',
    'post@HOUSE.example',
    'post@mail.app.house.example',
  ]) {
    expect(namesPlatform(sender, root), sender).toBe(true);
  }
  for (const sender of ['Post <post@mails.example>', 'post@otherhouse.example', 'nobody']) {
    expect(namesPlatform(sender, root), sender).toBe(false);
  }
});

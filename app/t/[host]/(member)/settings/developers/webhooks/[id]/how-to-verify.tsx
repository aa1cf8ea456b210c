import { CopyButton } from '@/components/ui/copy-button';
import { wording } from '@/lib/language/request';

const example = `import { Webhook } from 'standardwebhooks';

// The secret that was shown when the webhook was added: whsec_…
const webhook = new Webhook(secret);

// The body as it came, before anything parses it.
const event = webhook.verify(body, {
  'webhook-id': request.headers['webhook-id'],
  'webhook-timestamp': request.headers['webhook-timestamp'],
  'webhook-signature': request.headers['webhook-signature'],
});`;

/** How a receiver tells our messages from those of others. */
export async function HowToVerify() {
  const t = await wording('developers');
  return (
    <details className="rounded-panel border border-line px-4 py-3">
      <summary className="cursor-pointer font-medium">
        {t('How a receiver checks messages')}
      </summary>
      <div className="mt-3 grid gap-3">
        <p className="text-measure text-muted">
          {t(
            'Messages follow Standard Webhooks, so libraries for many languages check them. A message may come twice and not in order: keep its webhook-id and skip what you know.',
          )}
        </p>
        <div className="relative min-w-0">
          <pre className="scroll-quiet overflow-x-auto rounded-control bg-surface-sunken p-3 pr-12 text-sm">
            {example}
          </pre>
          <span className="absolute top-1.5 right-1.5">
            <CopyButton value={example} label={t('Copy example')} size="small" />
          </span>
        </div>
      </div>
    </details>
  );
}

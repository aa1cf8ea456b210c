import { wordingIn } from '../language/wording-in';
import { legalLabels } from '../tenancy/branding/legal';
import { darkRules, type FrameWords, LetterView } from './letter-view';
import type { Mail } from './mail';

/** A mail's HTML. Only the worker draws: Next's own bundler has no place for React's renderer. */
export async function htmlOf({ letter, look }: Mail): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const t = wordingIn(letter.language, 'mail');
  const words: FrameWords = {
    orOpen: t('Or open this address:'),
    terms: t(legalLabels.terms),
    privacy: t(legalLabels.privacy),
    imprint: t(legalLabels.imprint),
  };
  const sheet = `:root{color-scheme:light dark}body{margin:0;background:${look.light.ground}}@media (prefers-color-scheme:dark){body{background:${look.dark.ground}!important}${darkRules(look)}}`;
  const markup = renderToStaticMarkup(
    <html lang={letter.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.heading}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of checked colours alone */}
        <style dangerouslySetInnerHTML={{ __html: sheet }} />
      </head>
      <body>
        <LetterView letter={letter} look={look} words={words} />
      </body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}

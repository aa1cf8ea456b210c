import { themeCookie } from './theme-choice';

const script = `(()=>{const m=/(?:^|; )${themeCookie}=(light|dark)/.exec(document.cookie);if(m)document.documentElement.dataset.theme=m[1]})()`;

/** Applies the person's theme before the first paint, on pages that are cached for everybody too. */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script dangerouslySetInnerHTML={{ __html: script }} />;
}

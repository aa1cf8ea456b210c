/** Writes the brand's variables into the page. `css` must come from the branding module. */
export function BrandStyle({ css, nonce }: { css: string; nonce?: string }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: generated from validated tokens only
    <style nonce={nonce} data-brand="" dangerouslySetInnerHTML={{ __html: css }} />
  );
}

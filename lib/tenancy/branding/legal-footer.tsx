import { wording } from '../../language/request';
import { legalLabels, listLinks, type ShownLinks } from './legal';

/** The tenant's legal pages, in a footer; nothing where it has none. */
export async function LegalFooter({ legal }: { legal: ShownLinks | undefined }) {
  const t = await wording('shared');
  return listLinks(legal).map(({ kind, url }) => (
    <a
      key={kind}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="py-1 underline-offset-4 hover:text-ink hover:underline"
    >
      {t(legalLabels[kind])}
    </a>
  ));
}

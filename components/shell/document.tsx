import { WordsProvider } from '@/components/ui/words';
import { BareDocument, type BareDocumentProps } from './bare-document';

/** The document around every page. */
export const Document = ({ children, ...rest }: BareDocumentProps) => (
  <BareDocument {...rest}>
    <WordsProvider locale={rest.locale}>{children}</WordsProvider>
  </BareDocument>
);

import type { SnippetPart } from '../../search/snippet';

/** A stretch of text with the words of a search marked. */
export const Marked = ({ parts }: { parts: readonly SnippetPart[] }) => (
  <>
    {parts.map((part, at) => {
      // Parts of one text have no name but their place.
      const key = `${at}`;
      return part.hit ? (
        <mark key={key} className="rounded-small bg-soft font-medium text-soft-foreground">
          {part.text}
        </mark>
      ) : (
        <span key={key}>{part.text}</span>
      );
    })}
  </>
);

const link = /(https?:\/\/\S+)/;

/** Plain text whose addresses can be followed. */
export const LinkedText = ({ text }: { text: string }) => (
  <p className="mt-3 whitespace-pre-wrap">
    {text.split(link).map((part, at) =>
      at % 2 === 1 ? (
        <a
          key={part}
          href={part}
          rel="noreferrer"
          className="break-all text-link underline underline-offset-4"
        >
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
);

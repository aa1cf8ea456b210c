import type { CSSProperties, ReactNode } from 'react';
import { type LegalKind, listLinks } from '../tenancy/branding/legal';
import type { Letter } from './letter';
import type { MailColors, MailLook } from './look';

/** Words that stand in every mail. */
export type FrameWords = Record<LegalKind | 'orOpen', string>;

interface Props {
  letter: Pick<Letter, 'heading' | 'paragraphs' | 'button' | 'note'>;
  look: MailLook;
  words: FrameWords;
}

/**
 * What a mail shows, laid out in tables and inline styles, which all mail clients know. Colours are
 * those of light mails; `darkRules` turn them round by the classes.
 */
export function LetterView({ letter, look, words }: Props) {
  const { heading, paragraphs, button, note } = letter;
  const { light } = look;
  const radius = `${look.radius}px`;
  return (
    <div className="ground" style={{ background: light.ground, color: light.text, font }}>
      <Centre padding="32px 16px">
        <table
          {...table}
          className="card"
          style={{
            maxWidth: 480,
            background: light.card,
            border: `1px solid ${light.line}`,
            borderTop: `3px solid ${light.primary}`,
            borderRadius: radius,
          }}
        >
          <tbody>
            <tr>
              <td style={{ padding: '28px 32px', textAlign: 'left' }}>
                <Head look={look} url={button.url} />
                <h1 style={{ margin: '0 0 12px', fontSize: 20, lineHeight: 1.35 }}>{heading}</h1>
                {paragraphs.map((line) => (
                  <p key={line} style={{ margin: '0 0 16px' }}>
                    {line}
                  </p>
                ))}
                <p style={{ margin: '24px 0' }}>
                  <a href={button.url} className="action" style={actionStyle(light, radius)}>
                    {button.label}
                  </a>
                </p>
                <p className="muted" style={{ ...small(light), margin: '0 0 16px' }}>
                  {words.orOpen}
                  <br />
                  <a
                    href={button.url}
                    className="muted"
                    style={{ color: light.muted, wordBreak: 'break-all' }}
                  >
                    {button.url}
                  </a>
                </p>
                <p className="muted" style={{ ...small(light), margin: 0 }}>
                  {note}
                </p>
              </td>
            </tr>
          </tbody>
        </table>
        <Foot look={look} words={words} />
      </Centre>
    </div>
  );
}

function Head({ look: { name, logo, light }, url }: { look: MailLook; url: string }) {
  if (logo) {
    const src = URL.canParse(url) ? new URL(logo, url).href : logo;
    return (
      <p style={{ margin: '0 0 20px' }}>
        {/* biome-ignore lint/performance/noImgElement: a mail has no other */}
        <img
          src={src}
          alt={name}
          height={32}
          style={{ height: 32, maxWidth: 220 }}
          // React asks for others ahead, by a link that has no place in a mail.
          fetchPriority="low"
        />
      </p>
    );
  }
  return (
    <p className="muted" style={{ margin: '0 0 20px', fontWeight: 600, color: light.muted }}>
      {name}
    </p>
  );
}

function Foot({ look, words }: Pick<Props, 'look' | 'words'>) {
  const links = listLinks(look.legal);
  if (!look.footer && links.length === 0) return null;
  const style = { ...small(look.light), maxWidth: 480 };
  return (
    <div className="muted" style={{ ...style, margin: '16px auto 0', fontSize: 12 }}>
      {look.footer ? (
        <p style={{ margin: '0 0 8px', whiteSpace: 'pre-line' }}>{look.footer}</p>
      ) : null}
      {links.length > 0 ? (
        <p style={{ margin: 0 }}>
          {links.map(({ kind, url }, at) => (
            <span key={kind}>
              {at > 0 ? ' · ' : ''}
              <a href={url} className="muted" style={{ color: look.light.muted }}>
                {words[kind]}
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function Centre({ padding, children }: { padding: string; children: ReactNode }) {
  return (
    <table {...table}>
      <tbody>
        <tr>
          <td align="center" style={{ padding }}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const table = { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0 } as const;

const font = "15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const small = ({ muted }: MailColors): CSSProperties => ({ fontSize: 13, color: muted });

const actionStyle = (colors: MailColors, borderRadius: string): CSSProperties => ({
  display: 'inline-block',
  padding: '11px 20px',
  borderRadius,
  background: colors.primary,
  color: colors.onPrimary,
  fontWeight: 600,
  textDecoration: 'none',
});

/** Turns the colours round; for a style sheet of the mail or of one inside a media query. */
export const darkRules = ({ dark }: MailLook): string =>
  [
    `.ground{background:${dark.ground}!important;color:${dark.text}!important}`,
    `.card{background:${dark.card}!important;border-color:${dark.line}!important;border-top-color:${dark.primary}!important}`,
    `.muted{color:${dark.muted}!important}`,
    `.action{background:${dark.primary}!important;color:${dark.onPrimary}!important}`,
  ].join('');

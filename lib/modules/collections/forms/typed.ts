/*
 * How a guest's form names its controls: `v.` one answer, `m.` one of several, `f.` a file.
 */

const control = /^([vmf])\.(.{1,80})$/s;

/** What a browser sent of a form, as the procedure takes it; and the texts, to be shown again. */
export function readTyped(typed: FormData) {
  const answers = new Map<string, string | string[]>();
  const texts = new Map<string, string[]>();
  const files = new Map<string, File[]>();
  for (const [name, entry] of typed) {
    const [, kind, key = ''] = control.exec(name) ?? [];
    if (entry instanceof File) {
      if (kind === 'f' && !isNone(entry)) files.set(key, [...(files.get(key) ?? []), entry]);
    } else if (kind === 'v' || kind === 'm') {
      const all = [...(texts.get(key) ?? []), entry];
      texts.set(key, all);
      answers.set(key, kind === 'm' ? all : entry);
    }
  }
  const text = (name: string) => {
    const entry = typed.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  const input = {
    token: text('token'),
    pass: text('pass'),
    website: text('website'),
    values: Object.fromEntries(answers),
    files: Object.fromEntries(files),
  };
  return { input, values: Object.fromEntries(texts) };
}

// Where no file was chosen a browser sends an empty one without a name; on its way through an action
// its name becomes the word for that.
const isNone = ({ name, size }: File) => size === 0 && (name === '' || name === 'undefined');

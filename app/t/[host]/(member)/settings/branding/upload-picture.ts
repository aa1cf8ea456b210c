interface Problem {
  detail: string;
  fields?: Record<string, string>;
}

const failed = 'The picture could not be sent. Check your connection and try again.';

/** Sends a picture over REST, which takes more than a server action does. Never rejects. */
export async function uploadPicture(
  kind: 'logo' | 'favicon',
  file: File,
): Promise<{ path: string } | { error: string }> {
  const body = new FormData();
  body.set('kind', kind);
  body.set('file', file);
  try {
    const response = await fetch('/api/v1/branding/assets', { method: 'POST', body });
    if (response.ok) return (await response.json()) as { path: string };
    const problem = (await response.json()) as Problem;
    return { error: problem.fields?.file ?? problem.detail };
  } catch {
    return { error: failed };
  }
}

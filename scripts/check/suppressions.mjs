import { readSources } from './source-files.mjs';

// Each form with its reason: at least two words after its own separator.
const forms = [
  { mark: 'biome-ignore', reasoned: /biome-ignore(-all|-start|-end)? [\w/]+(\([^)]*\))?: \S+ \S+/ },
  { mark: '@ts-expect-error', reasoned: /@ts-expect-error\W+\w+ \w+/ },
  { mark: 'eslint-disable', reasoned: /eslint-disable.* -- \S+ \S+/ },
  { mark: '@ts-ignore', reasoned: /^never$/ },
  { mark: '@ts-nocheck', reasoned: /^never$/ },
];

/** Comments that silence a tool without saying why; `@ts-expect-error` hides too much to be allowed. */
export function unexplainedSuppressions(root) {
  return readSources(root)
    .filter(({ path }) => !path.startsWith('scripts/check/'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => {
        const bare = forms.find(
          ({ mark, reasoned }) => line.includes(mark) && !reasoned.test(line),
        );
        return bare ? [`${path}:${at + 1} ${bare.mark} without a reason`] : [];
      }),
    );
}

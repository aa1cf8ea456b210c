import { useEffect, useMemo, useState } from 'react';
import type { Judgement, Standing } from '../passwords/strength';

type Judge = (password: string, standing: Standing) => Judgement;

/**
 * How strong a password is while it is typed; null while there is nothing to judge. The dictionaries
 * come with the first letter, and where they do not come the server alone says.
 */
export function useJudgement(
  typed: string,
  { personal, besideFactor }: Standing,
): Judgement | null {
  const [judge, setJudge] = useState<Judge | null>(null);
  const wanted = typed !== '';
  useEffect(() => {
    if (!wanted) return;
    let stays = true;
    import('../passwords/strength')
      .then((loaded) => stays && setJudge(() => loaded.judge))
      .catch(() => undefined);
    return () => {
      stays = false;
    };
  }, [wanted]);
  // One text, since a form makes its list anew whenever it is drawn.
  const known = personal.join('\n');
  return useMemo(
    () => (typed && judge ? judge(typed, { personal: known.split('\n'), besideFactor }) : null),
    [judge, typed, known, besideFactor],
  );
}

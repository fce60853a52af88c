// What pointer and keys do now, in the status bar, for as long as a tool is in hand.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { setHints } from '../../../state/app-store.ts';

export type HintName = 'draw' | 'boxKeys' | 'look' | 'leave' | 'point' | 'nudge' | 'nudgeFar';

/** @param names of pairs `hint.<name>.key` and `hint.<name>.does` */
export function useHints(names: readonly HintName[]): void {
  const { t } = useTranslation('monitor');
  useEffect(() => {
    setHints(names.map((name) => [t(`hint.${name}.key`), t(`hint.${name}.does`)] as const));
    return () => setHints([]);
  }, [names, t]);
}

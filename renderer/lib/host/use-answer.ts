// The answer of the host to one question, asked when a component appears.
import { useEffect, useState } from 'react';
import type { CallName, Input, Output } from '#core/contract/contract.ts';
import { theHost } from '../../host/the-host.ts';
import { reportError } from '../../state/edit.ts';

/** Null until it has come. A failure becomes a toast. */
export function useAnswer<N extends CallName>(name: N, input: Input<N>): Output<N> | null {
  const [answer, setAnswer] = useState<Output<N> | null>(null);
  const question = JSON.stringify(input);
  useEffect(() => {
    const end = new AbortController();
    theHost()
      .call(name, JSON.parse(question) as Input<N>, { signal: end.signal })
      .then(setAnswer, (error: unknown) => {
        if (!end.signal.aborted) reportError(error);
      });
    return () => end.abort();
  }, [name, question]);
  return answer;
}

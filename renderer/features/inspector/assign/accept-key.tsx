// The key that accepts all proposals, as it is on this keyboard.
import { useAction } from '../../../actions/use-action.ts';

export function AcceptKey() {
  const { key } = useAction('people.acceptAll');
  return key === null ? null : <kbd className="keycap">{key}</kbd>;
}

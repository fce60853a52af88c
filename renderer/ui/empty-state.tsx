// What a place says while there is nothing in it: one sentence, and one way to fill it.
import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly children: ReactNode;
  readonly button?: ReactNode;
}

export function EmptyState({ children, button }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {button}
    </div>
  );
}

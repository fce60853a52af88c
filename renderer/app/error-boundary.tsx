// An error of the window itself: a note instead of an empty page. The host has saved every edit and goes
// on rendering; loaded again, the window shows the same project.
import { Component, type ReactNode } from 'react';
import { i18n } from '../lib/i18n/i18n.ts';
import { RootNote } from './root-note.tsx';

interface ErrorBoundaryState {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <RootNote
        title={i18n.t('shell:crashed.title')}
        message={error.message}
        hint={i18n.t('shell:crashed.hint')}
      />
    );
  }
}

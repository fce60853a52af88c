// One sentence in place of the window, what to do, and a way to start over.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import './root.css';

export interface RootNoteProps {
  readonly title: string;
  readonly message: ReactNode;
  readonly hint: string | null;
}

export function RootNote({ title, message, hint }: RootNoteProps) {
  const { t } = useTranslation('shell');
  return (
    <main className="root-note" role="alert">
      <h1 className="root-note__title">{title}</h1>
      <p>{message}</p>
      {hint !== null && <p className="root-note__hint">{hint}</p>}
      <Button variant="primary" onPress={() => location.reload()}>
        {t('failed.retry')}
      </Button>
    </main>
  );
}

// The window while it starts, when it cannot, and when it is there.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toWireError } from '#core/errors/app-error.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { RootNote } from './root-note.tsx';
import { startWindow } from './start-window.ts';
import { Studio } from './studio.tsx';
import './root.css';

type Start = 'starting' | 'ready' | { readonly message: string; readonly hint: string | null };

export function Root() {
  const { t } = useTranslation('shell');
  const [start, setStart] = useState<Start>('starting');
  useEffect(() => {
    startWindow().then(
      () => setStart('ready'),
      (error: unknown) => {
        const { message, hint } = toWireError(error);
        setStart({ message, hint });
      },
    );
  }, []);
  if (start === 'ready')
    return (
      <ErrorBoundary>
        <Studio />
      </ErrorBoundary>
    );
  if (start === 'starting') return <main className="root-note">{t('loading')}</main>;
  return <RootNote title={t('failed.title')} {...start} />;
}

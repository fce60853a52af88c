// The window while it starts, when it cannot, and when it is there.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toWireError } from '#core/errors/app-error.ts';
import { Button } from '../ui/button.tsx';
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
  if (start === 'ready') return <Studio />;
  if (start === 'starting') return <main className="root-note">{t('loading')}</main>;
  return (
    <main className="root-note" role="alert">
      <h1 className="root-note__title">{t('failed.title')}</h1>
      <p>{start.message}</p>
      {start.hint !== null && <p className="root-note__hint">{start.hint}</p>}
      <Button variant="primary" onPress={() => location.reload()}>
        {t('failed.retry')}
      </Button>
    </main>
  );
}

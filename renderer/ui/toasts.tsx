// Messages at the lower edge: what was undone goes after 4 s, what went wrong stays.
import { CircleAlert, Info, TriangleAlert, Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { appStore, dismissToast, type Toast } from '../state/app-store.ts';
import { ActionButton } from './action-button.tsx';
import { IconButton } from './icon-button.tsx';
import { Icon, type IconShape } from './icon.tsx';
import './toasts.css';

const ICONS: Readonly<Record<Toast['kind'], IconShape>> = {
  info: Info,
  undo: Undo2,
  warning: TriangleAlert,
  error: CircleAlert,
};

const SHOWN_MS: Readonly<Record<Toast['kind'], number | null>> = {
  info: 4000,
  undo: 4000,
  warning: 10_000,
  error: null,
};

export function Toasts() {
  const { t } = useTranslation('controls');
  const toasts = useStore(appStore, (state) => state.toasts);
  const isProblem = (toast: Toast): boolean => toast.kind === 'error';
  return (
    <div className="toasts">
      <div role="status" aria-live="polite" aria-label={t('messages')}>
        {toasts
          .filter((toast) => !isProblem(toast))
          .map((toast) => (
            <ToastBox key={toast.id} toast={toast} />
          ))}
      </div>
      <div role="alert" aria-live="assertive" aria-label={t('problems')}>
        {toasts.filter(isProblem).map((toast) => (
          <ToastBox key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  );
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation('controls');
  const [isHeld, setHeld] = useState(false);
  const { id, kind, message, hint, actionId } = toast;
  const shownMs = SHOWN_MS[kind];

  useEffect(() => {
    if (shownMs === null || isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, shownMs, isHeld]);

  return (
    <div
      className={`toast toast--${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon shape={ICONS[kind]} />
      <div className="toast__text">
        <div>{message}</div>
        {hint !== null && <div className="toast__hint">{hint}</div>}
      </div>
      {actionId !== null && (
        <ActionButton action={actionId} variant={kind === 'undo' ? 'quiet' : 'normal'} />
      )}
      {shownMs === null && (
        <IconButton icon={X} label={t('dismiss')} onPress={() => dismissToast(id)} />
      )}
    </div>
  );
}

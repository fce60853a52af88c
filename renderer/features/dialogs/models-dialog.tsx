// The models on this computer, as they lie on its disk.
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ModelFacts } from '#core/contract/app-types.ts';
import { useAnswer } from '../../lib/host/use-answer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { closeDialog } from './close-dialog.ts';
import './dialogs.css';

const MEGABYTE = 1e6;

export function ModelsDialog() {
  const { t } = useTranslation('dialogs');
  const models = useAnswer('app.models', {});
  return (
    <Dialog title={t('models.title')} detail={t('models.here')} onClose={closeDialog}>
      <ul className="dialogs__list">
        {models?.map((model) => (
          <Model key={model.id} model={model} />
        ))}
      </ul>
    </Dialog>
  );
}

function Model({ model }: { readonly model: ModelFacts }) {
  const { t } = useTranslation('dialogs');
  const { name, bytes, license, state, detail } = model;
  return (
    <li className="dialogs__row">
      <span className="grow">
        <b>{name}</b>
        <span className="dialogs__detail">{detail}</span>
        <span className="dialogs__detail">
          {t('models.facts', { size: (bytes / MEGABYTE).toFixed(1), license })}
        </span>
      </span>
      <span className={state === 'ready' ? 'dialogs__ok' : 'dialogs__bad'}>
        <Icon shape={state === 'ready' ? CircleCheck : CircleAlert} />
        {t(`models.state.${state}`)}
      </span>
    </li>
  );
}

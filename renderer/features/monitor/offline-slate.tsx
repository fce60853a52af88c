// What stands for a picture whose file is gone.
import { Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MediaId } from '#core/project/ids.ts';
import { relinkMedia } from '../../lib/files/import-files.ts';
import { pickFiles } from '../../lib/files/pick-files.ts';
import { reportError } from '../../state/edit.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

interface OfflineSlateProps {
  readonly mediaId: MediaId;
  readonly name: string;
}

async function relink(mediaId: MediaId): Promise<void> {
  const [picture] = await pickFiles('picture');
  if (picture !== undefined) await relinkMedia(picture, mediaId);
}

export function OfflineSlate({ mediaId, name }: OfflineSlateProps) {
  const { t } = useTranslation('monitor');
  return (
    <div className="offline-slate" role="alert">
      <span className="offline-slate__mark">
        <Icon shape={Unplug} size={20} />
        {t('offline.title')}
      </span>
      <p>{t('offline.what', { name })}</p>
      <Button onPress={() => void relink(mediaId).catch(reportError)}>{t('offline.relink')}</Button>
    </div>
  );
}

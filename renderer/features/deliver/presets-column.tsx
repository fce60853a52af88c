// What a film can be delivered as.
import {
  AudioLines,
  Check,
  Clapperboard,
  FileArchive,
  FileVideo,
  Film,
  HardDrive,
  Images,
} from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ExportPreset } from '#core/contract/project-types.ts';
import { chosenPreset, deliverStore } from '../../lib/deliver/deliver-store.ts';
import { loadPresets } from '../../lib/deliver/request-export.ts';
import { reportError } from '../../state/edit.ts';
import { Icon, type IconShape } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import './presets-column.css';

const ICONS: Readonly<Record<string, IconShape>> = {
  mov: Clapperboard,
  mp4: Film,
  mxf: HardDrive,
  png: Images,
  wav: AudioLines,
  zip: FileArchive,
};

export function PresetsColumn() {
  const { t } = useTranslation('deliver');
  const presets = useStore(deliverStore, (state) => state.presets);
  const chosen = useStore(deliverStore, chosenPreset);
  useEffect(() => {
    loadPresets().catch(reportError);
  }, []);
  return (
    <Panel title={t('presets')}>
      <ul aria-label={t('presets')}>
        {presets.map((preset) => (
          <PresetRow key={preset.id} preset={preset} isChosen={preset === chosen} />
        ))}
      </ul>
    </Panel>
  );
}

interface PresetRowProps {
  readonly preset: ExportPreset;
  readonly isChosen: boolean;
}

function PresetRow({ preset, isChosen }: PresetRowProps) {
  const { t } = useTranslation('deliver');
  const { id, name, purpose, extension, unavailable } = preset;
  const canChoose = unavailable === null;
  return (
    <li>
      <button
        type="button"
        className="preset-row"
        aria-pressed={isChosen}
        aria-disabled={!canChoose}
        onClick={() => {
          if (canChoose) deliverStore.setState({ presetId: id });
        }}
      >
        <Icon shape={ICONS[extension] ?? FileVideo} />
        <span className="preset-row__text">
          <b className="ellipsis">{name}</b>
          <span className={canChoose ? 'ellipsis' : undefined}>
            {canChoose ? t('presetDetail', { purpose, extension }) : unavailable}
          </span>
        </span>
        {isChosen && (
          <span className="preset-row__tick">
            <Icon shape={Check} />
          </span>
        )}
      </button>
    </li>
  );
}

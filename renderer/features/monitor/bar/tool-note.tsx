// What the tool in hand does with faces, said in words, and a way out of it.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { chooseMonitorTool, monitorToolStore } from '../../../lib/people/monitor-tool.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Button } from '../../../ui/button.tsx';
import './tool-note.css';

export function ToolNote() {
  const tool = useStore(monitorToolStore, (state) => state.tool);
  if (tool === 'select') return null;
  return tool === 'draw-face' ? <DrawNote /> : <PointsNote />;
}

function DrawNote() {
  const { t } = useTranslation('monitor');
  return (
    <div className="tool-note">
      <span className="tool-note__text">{t('note.draw')}</span>
      <Button onPress={() => chooseMonitorTool('select')}>{t('note.cancel')}</Button>
    </div>
  );
}

function PointsNote() {
  const { t } = useTranslation('monitor');
  const selectedId = useStore(selectionStore, ({ personId }) => personId);
  const person = useStore(projectStore, ({ shown }) =>
    shown.people.find(({ id }) => id === selectedId),
  );
  if (person === undefined) return null;
  const { name } = person;
  // The detector has never seen this face: its shape came from nowhere.
  const isGeneral = person.face.confidence === 0;
  return (
    <div className="tool-note" data-general={isGeneral || undefined}>
      <span className="tool-note__text">
        {t(isGeneral ? 'note.general' : 'note.points', { name })}
      </span>
      <ActionButton action="people.remove" />
      <Button onPress={() => chooseMonitorTool('select')}>{t('note.done')}</Button>
    </div>
  );
}

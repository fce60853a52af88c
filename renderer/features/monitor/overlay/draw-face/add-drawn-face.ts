// From a drawn box to a person: what the host finds there, or a general face and the points to drag.
import { boxOverlap } from '#core/project/match-faces.ts';
import type { Box } from '#core/people/face-analysis.ts';
import { theHost } from '../../../../host/the-host.ts';
import { announce } from '../../../../lib/announcer/announce.ts';
import { i18n } from '../../../../lib/i18n/i18n.ts';
import { chooseMonitorTool } from '../../../../lib/people/monitor-tool.ts';
import { selectPerson } from '../../../../lib/people/select-person.ts';
import { showToast } from '../../../../state/app-store.ts';
import { commitEdit } from '../../../../state/edit.ts';
import { projectStore } from '../../../../state/project-store.ts';

/** Two boxes that share this much are of one face. */
const SAME_FACE = 0.5;

/** @param signal gives up the search; what is committed stays */
export async function addDrawnFace(box: Box, signal: AbortSignal): Promise<void> {
  const { opened, shown } = projectStore.getState();
  if (opened === null) return;
  const { session } = opened;
  const input = { session, box: [...box] as [number, number, number, number] };
  const { face, isDetected } = await theHost().call('analysis.faceInBox', input, { signal });
  if (signal.aborted) return;
  const known = shown.people.find((person) => boxOverlap(person.face.box, face.box) > SAME_FACE);
  if (known !== undefined) {
    selectPerson(known.id);
    chooseMonitorTool('select');
    const message = i18n.t('monitor:draw.known', { name: known.name });
    showToast({ kind: 'info', message, hint: i18n.t('monitor:draw.knownHint'), actionId: null });
    return;
  }
  const before = new Set(shown.people.map(({ id }) => id));
  if (!(await commitEdit('drawPerson', { face }))) return;
  const drawn = projectStore.getState().document.people.find(({ id }) => !before.has(id));
  if (drawn === undefined) return;
  selectPerson(drawn.id);
  chooseMonitorTool(isDetected ? 'select' : 'landmarks');
  if (isDetected) announce(i18n.t('monitor:draw.found', { name: drawn.name }));
  else
    showToast({
      kind: 'warning',
      message: i18n.t('monitor:draw.general', { name: drawn.name }),
      hint: i18n.t('monitor:draw.generalHint'),
      actionId: null,
    });
}

// A person is selected everywhere at once.
import type { PersonId, VoiceId } from '#core/project/ids.ts';
import { selectionStore } from '../../state/selection-store.ts';
import { changeView } from '../../state/view-store.ts';

export function selectPerson(personId: PersonId | null): void {
  selectionStore.setState({ personId });
  changeView({ selectedPersonId: personId });
}

export function selectVoice(voiceId: VoiceId | null): void {
  selectionStore.setState({ voiceId, assignmentIds: new Set() });
}

import type { FacePart } from '#core/people/face-handles.ts';
import { readMouth } from '#core/people/mouth-appearance.ts';
import { reshapeFace } from '#core/people/reshape-face.ts';
import type { PersonId } from '#core/project/ids.ts';
import { commitEdit, reportError } from '../../../../state/edit.ts';
import { projectStore } from '../../../../state/project-store.ts';
import { readFacePixels } from './face-pixels.ts';

/**
 * Takes over dragged landmarks as one step. A face that they do not make is refused in words.
 * @param onTaken the document shows the landmarks from here on, or never will
 * @returns when the step is shown; the host may still be at it
 */
export async function commitLandmarks(
  personId: PersonId,
  landmarks: readonly number[],
  part: FacePart,
  onTaken: () => void,
): Promise<void> {
  try {
    const { picture, left, top } = await readFacePixels(landmarks);
    const person = projectStore.getState().shown.people.find(({ id }) => id === personId);
    if (person === undefined) return;
    const face = reshapeFace(person.face, landmarks, (points) =>
      readMouth(
        picture,
        points.map((value, i) => (i % 3 === 0 ? value - left : i % 3 === 1 ? value - top : value)),
      ),
    );
    void commitEdit('setLandmarks', { personId, face, part });
  } catch (error) {
    reportError(error);
  } finally {
    onTaken();
  }
}

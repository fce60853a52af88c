import type { FacePart } from '#core/people/face-handles.ts';
import { readMouth } from '#core/people/mouth-appearance.ts';
import { reshapeFace } from '#core/people/reshape-face.ts';
import type { Person } from '#core/project/document.ts';
import { commitEdit, reportError } from '../../../../state/edit.ts';
import { readFacePixels } from './face-pixels.ts';

/**
 * Takes over dragged landmarks as one step. A face that they do not make is refused in words.
 * @param onTaken the document shows the landmarks from here on, or never will
 */
export async function commitLandmarks(
  person: Person,
  landmarks: readonly number[],
  part: FacePart,
  onTaken: () => void,
): Promise<void> {
  try {
    const { picture, left, top } = await readFacePixels(landmarks);
    const face = reshapeFace(person.face, landmarks, (points) =>
      readMouth(
        picture,
        points.map((value, i) => (i % 3 === 0 ? value - left : i % 3 === 1 ? value - top : value)),
      ),
    );
    const isTaken = commitEdit('setLandmarks', { personId: person.id, face, part });
    onTaken();
    await isTaken;
  } catch (error) {
    onTaken();
    reportError(error);
  }
}

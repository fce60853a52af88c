// The face of a person in a ring of the person's colour.
import type { Person } from '#core/project/document.ts';
import { usePersonThumbnail } from './use-person-thumbnail.ts';
import { speakerLook } from '../../ui/speaker.ts';
import './person-face.css';

interface PersonFaceProps {
  readonly person: Person;
  readonly index: number;
  readonly px: number;
}

export function PersonFace({ person, index, px }: PersonFaceProps) {
  const address = usePersonThumbnail(person, px);
  return (
    <span
      className="person-face"
      style={{ width: px, height: px, borderColor: speakerLook(index).cssColor }}
    >
      {address !== null && <img src={address} alt="" draggable={false} />}
    </span>
  );
}

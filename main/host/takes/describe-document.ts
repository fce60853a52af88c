// What a project held when a take was rendered, in a few facts: what two takes are told apart by.
import type { ProjectDocument } from '#core/project/document.ts';
import { ticksToSeconds } from '#core/time/ticks.ts';

export interface TakeFact {
  readonly label: string;
  readonly value: string;
}

export function describeDocument(document: ProjectDocument): TakeFact[] {
  const { people, voices, scoreKeys, poseKeys, assignments } = document;
  const facts: TakeFact[] = [{ label: 'People', value: String(people.length) }];
  const nameOf = (id: string | null): string =>
    people.find((person) => person.id === id)?.name ?? 'nobody';
  for (const voice of voices) {
    const speakers = assignments
      .filter(({ voiceId }) => voiceId === voice.id)
      .map(({ personId }) => nameOf(personId));
    const value = speakers.length === 0 ? 'nobody' : [...new Set(speakers)].join(', then ');
    facts.push({ label: `Voice ${voice.name}`, value });
    if (voice.lipOffsetTicks !== 0) {
      const ms = Math.round(ticksToSeconds(voice.lipOffsetTicks) * 1000);
      facts.push({ label: `Lip offset of ${voice.name}`, value: `${ms} ms` });
    }
  }
  for (const { id, name, silent } of people) {
    const own = (rows: readonly { readonly personId: string }[]): number =>
      rows.filter(({ personId }) => personId === id).length;
    facts.push({ label: `Score keys of ${name}`, value: String(own(scoreKeys)) });
    facts.push({ label: `Pose keys of ${name}`, value: String(own(poseKeys)) });
    if (silent) facts.push({ label: `${name} is silent`, value: 'yes' });
  }
  return facts;
}

// The speaking score: value and shape of the selected keys, and how much of the voice stays.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { setInterpolation } from '#core/curve/shape-keys.ts';
import type { KeyEdit } from '#core/curve/key-edit.ts';
import type { CommandInput } from '#core/project/commands/registry.ts';
import type { Interpolation, Person, ScoreKey } from '#core/project/document.ts';
import { scoreKeysOf } from '#core/project/score-curve.ts';
import { DRAFT_FRAME_RATE } from '#core/time/ticks.ts';
import { analysedAt } from '../../../lib/timeline/analysed-scores.ts';
import { commitEdit, dropEdit, showEdit } from '../../../state/edit.ts';
import { projectStore } from '../../../state/project-store.ts';
import { selectionStore } from '../../../state/selection-store.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { FieldRow, Fields, Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { speakerLook } from '../../../ui/speaker.ts';
import { KeyGlyph } from './key-glyph.tsx';
import { PercentSlider } from './percent-slider.tsx';
import {
  findScoreTarget,
  setTargetValue,
  type ScorePlace,
  type ScoreTarget,
} from './score-target.ts';

interface SpeakingKeySectionProps {
  readonly person: Person;
  readonly index: number;
  readonly frame: number;
}

/** What a gesture began with: what it shows must not count as what it changes. */
interface Start {
  readonly keys: readonly ScoreKey[];
  readonly target: ScoreTarget;
}

const SHAPES = ['hold', 'linear', 'bezier'] as const;

export function SpeakingKeySection({ person, index, frame }: SpeakingKeySectionProps) {
  const { t } = useTranslation('inspector');
  const document = useStore(projectStore, ({ shown }) => shown);
  const isReadOnly = useStore(projectStore, ({ opened }) => opened?.readOnly !== null);
  const selected = useStore(selectionStore, ({ scoreKeyIds }) => scoreKeyIds);
  // The analysed score is kept outside; it is new when the analysis is.
  useStore(projectStore, ({ analysis }) => analysis.scores);
  const keys = scoreKeysOf(document, person.id);
  const place: ScorePlace = {
    frame,
    rate: document.scene?.frameRate ?? DRAFT_FRAME_RATE,
    analysedAt: analysedAt(person.id),
  };
  const target = findScoreTarget(keys, selected, place);
  const { preview, commit, cancel } = useValueGesture(person, { keys, target }, place);
  const { cssColor } = speakerLook(index);
  const field = { label: t('score.value'), min: -1, max: 1, step: 0.01, isDisabled: isReadOnly };
  return (
    <Section
      title={t(target.ticks.length > 1 ? 'score.titleMany' : 'score.title', {
        count: target.ticks.length,
      })}
    >
      <Fields>
        <FieldRow label={t('score.value')}>
          <div className="value-row">
            <NumberField
              {...field}
              value={target.value}
              decimals={2}
              {...(target.keyState === undefined ? {} : { keyState: target.keyState })}
              keyColor={cssColor}
              onPreview={preview}
              onCommit={commit}
              onCancel={cancel}
            />
            <Slider
              {...field}
              value={target.value}
              origin={0}
              color={cssColor}
              onPreview={preview}
              onCommit={commit}
            />
          </div>
        </FieldRow>
        <FieldRow label={t('score.shape')}>
          <SegmentedControl
            label={t('score.shape')}
            isWide
            isDisabled={isReadOnly || target.ticks.length === 0}
            value={target.interpolation}
            segments={SHAPES.map((shape) => ({
              value: shape,
              label: (
                <>
                  <KeyGlyph shape={shape} />
                  <span className="ellipsis">{t(`score.${shape}`)}</span>
                </>
              ),
              name: t(`score.${shape}`),
            }))}
            onChange={(shape) => void commitShape(person, keys, target, shape)}
          />
        </FieldRow>
        <FollowVoice person={person} />
      </Fields>
    </Section>
  );
}

function edited(
  person: Person,
  { set, remove }: KeyEdit,
  operation: CommandInput<'editScoreKeys'>['operation'],
): CommandInput<'editScoreKeys'> {
  const rows = set.map(({ inHandle, outHandle, ...key }) => ({ ...key, inHandle, outHandle }));
  return { edits: [{ personId: person.id, set: rows, remove }], operation };
}

function useValueGesture(person: Person, now: Start, place: ScorePlace) {
  const start = useRef<Start | null>(null);
  const inputOf = (value: number): CommandInput<'editScoreKeys'> => {
    const { keys, target } = start.current ?? now;
    const count = target.ticks.length;
    return edited(
      person,
      setTargetValue(keys, target, value, place),
      count === 0 ? { kind: 'add', count: 1 } : { kind: 'change', count },
    );
  };
  return {
    preview: (value: number): void => {
      start.current ??= now;
      showEdit('editScoreKeys', inputOf(value));
    },
    commit: (value: number): void => {
      const input = inputOf(value);
      start.current = null;
      void commitEdit('editScoreKeys', input);
    },
    cancel: (): void => {
      start.current = null;
      dropEdit();
    },
  };
}

async function commitShape(
  person: Person,
  keys: readonly ScoreKey[],
  { ticks }: ScoreTarget,
  interpolation: Interpolation,
): Promise<void> {
  await commitEdit(
    'editScoreKeys',
    edited(person, setInterpolation(keys, ticks, interpolation), {
      kind: 'interpolate',
      count: ticks.length,
      interpolation,
    }),
  );
}

function FollowVoice({ person }: { readonly person: Person }) {
  const { t } = useTranslation('inspector');
  const personId = person.id;
  return (
    <FieldRow label={t('score.followVoice')}>
      <PercentSlider
        label={t('score.followVoice')}
        value={person.followVoice}
        onPreview={(followVoice) => showEdit('setFollowVoice', { personId, followVoice })}
        onCommit={(followVoice) => void commitEdit('setFollowVoice', { personId, followVoice })}
      />
    </FieldRow>
  );
}

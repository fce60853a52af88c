// What hangs at the pointer while a voice is dragged: its name and what a drop would do.
import { AudioLines, Ban, User } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Icon } from '../../ui/icon.tsx';
import { placeGhost } from './place-ghost.ts';
import { hoveredTarget, onDragMove, voiceDragStore } from './voice-drag.ts';
import './voice-ghost.css';

export function VoiceGhost() {
  const { t } = useTranslation('dnd');
  const { payload, mode, verdict } = useStore(voiceDragStore);
  const box = useRef<HTMLDivElement>(null);
  const isShown = payload !== null && mode === 'pointer';

  useEffect(() => {
    if (!isShown) return undefined;
    return onDragMove((x, y) => {
      const element = box.current;
      if (element === null) return;
      const rect = element.getBoundingClientRect();
      // The page may be scaled; positions are written in its own pixels.
      const scale = rect.width / element.offsetWidth || 1;
      const clear = hoveredTarget()?.keepClear?.() ?? null;
      const at = placeGhost({ x, y }, rect, clear, {
        width: window.innerWidth,
        height: window.innerHeight,
      });
      element.style.translate = `${at.left / scale}px ${at.top / scale}px`;
      element.style.visibility = 'visible';
    });
  }, [isShown]);

  if (!isShown) return null;
  const isWrong = verdict?.isLegal !== true;
  const color = isWrong ? 'var(--danger)' : (verdict.color ?? 'var(--line-strong)');
  const shape = isWrong ? Ban : payload.kind === 'voice' ? AudioLines : User;
  return (
    <div ref={box} className="voice-ghost" style={{ borderColor: color, visibility: 'hidden' }}>
      <div className="voice-ghost__head">
        <span style={{ color }}>
          <Icon shape={shape} />
        </span>
        <b>{isWrong ? payload.name : verdict.message}</b>
      </div>
      <div className="voice-ghost__hint">
        {isWrong ? (verdict?.message ?? t(`aim.${payload.kind}`)) : t('release')}
      </div>
    </div>
  );
}

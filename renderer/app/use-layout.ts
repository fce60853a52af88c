// Follows the size of the window: sizes of the regions, and what folds in a small one.
import { useEffect } from 'react';
import { appStore } from '../state/app-store.ts';
import { layoutStore, regionOf, setPointerRegion } from '../state/layout-store.ts';
import { edgePx, NARROW_PX } from './edges.ts';

const LOW_PX = 900;

function measure(): void {
  const { style } = document.documentElement;
  const { panelSizes } = appStore.getState().settings;
  for (const edge of ['left', 'right', 'timeline'] as const) {
    style.setProperty(`--${edge}-size`, `${edgePx(edge, panelSizes)}px`);
  }
  style.setProperty('--left-width', `${edgePx('left', panelSizes)}px`);
  const isNarrow = window.innerWidth < NARROW_PX;
  const isLow = window.innerHeight < LOW_PX;
  const now = layoutStore.getState();
  if (now.isNarrow !== isNarrow || now.isLow !== isLow) layoutStore.setState({ isNarrow, isLow });
}

export function useLayout(): void {
  useEffect(() => {
    measure();
    const end = new AbortController();
    const { signal } = end;
    window.addEventListener('resize', measure, { signal });
    window.addEventListener(
      'pointermove',
      ({ target }) => setPointerRegion(target instanceof Element ? regionOf(target) : null),
      { signal, passive: true },
    );
    document.addEventListener(
      'fullscreenchange',
      () => layoutStore.setState({ isMonitorFullScreen: document.fullscreenElement !== null }),
      { signal },
    );
    const stop = appStore.subscribe((state, before) => {
      if (state.settings !== before.settings) measure();
    });
    return () => {
      end.abort();
      stop();
    };
  }, []);
}

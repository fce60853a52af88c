// How far a thing is, by width. Without a known total it shows only that work goes on.
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import './progress-bar.css';

interface ProgressBarProps {
  readonly label: string;
  /** Share done, 0..1; null: not known. */
  readonly share: number | null;
}

export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === null ? 0 : Math.min(Math.max(share, 0), 1) * 100;
  return (
    <AriaProgressBar
      className="progress-bar"
      aria-label={label}
      value={percent}
      isIndeterminate={share === null}
    >
      <div
        className={share === null ? 'progress-bar__stripe' : 'progress-bar__fill'}
        style={{ width: share === null ? '30%' : `${percent}%` }}
      />
    </AriaProgressBar>
  );
}

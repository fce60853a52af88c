// A word in a box: state of a thing, or a count.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './badge.css';

interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'danger';
}

export function Badge({ children, tone = 'neutral' }: BadgeProps) {
  return (
    <span className={classNames('badge', tone !== 'neutral' && `badge--${tone}`)}>{children}</span>
  );
}

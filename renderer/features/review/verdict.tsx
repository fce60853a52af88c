// Good or worth a look: a sign and words, never colour alone.
import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import './verdict.css';

interface VerdictProps {
  readonly isGood: boolean;
  readonly children: ReactNode;
}

export function Verdict({ isGood, children }: VerdictProps) {
  return (
    <span className={`verdict verdict--${isGood ? 'ok' : 'warn'}`}>
      <Icon shape={isGood ? Check : TriangleAlert} size={14} />
      {children}
    </span>
  );
}

export function decimalText(value: number, decimals: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

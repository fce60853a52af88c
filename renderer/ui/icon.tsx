// Icons are 16 px, drawn with a stroke of 1.5 in their own grid of 24.
import type { LucideIcon } from 'lucide-react';

export type IconShape = LucideIcon;

interface IconProps {
  readonly shape: IconShape;
  readonly size?: 12 | 14 | 16 | 20;
  readonly className?: string;
}

export function Icon({ shape: Shape, size = 16, className }: IconProps) {
  return (
    <Shape
      size={size}
      strokeWidth={1.5}
      aria-hidden
      {...(className === undefined ? {} : { className })}
    />
  );
}

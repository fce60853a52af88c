// Icons are 16 px with a 1.5 px stroke.
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
      absoluteStrokeWidth
      aria-hidden
      {...(className === undefined ? {} : { className })}
    />
  );
}

// How a key looks by the way it leaves: square, diamond, circle.

type Shape = 'hold' | 'linear' | 'bezier' | 'smooth';

export function KeyGlyph({ shape }: { readonly shape: Shape }) {
  return (
    <svg width="11" height="11" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      {shape === 'hold' && <rect x="2" y="2" width="7" height="7" />}
      {shape === 'linear' && <path d="M5.5 1L10 5.5 5.5 10 1 5.5z" />}
      {(shape === 'bezier' || shape === 'smooth') && <circle cx="5.5" cy="5.5" r="3.8" />}
    </svg>
  );
}

// A block of an inspector: a head and, below, rows of label and control.
import { useId, type ReactNode } from 'react';
import './section.css';

interface SectionProps {
  readonly title?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, tools, children }: SectionProps) {
  const titleId = useId();
  if (title === undefined) return <div className="section">{children}</div>;
  return (
    <section className="section" aria-labelledby={titleId}>
      <div className="section__head">
        <h3 id={titleId} className="ellipsis">
          {title}
        </h3>
        <span className="grow" />
        {tools}
      </div>
      {children}
    </section>
  );
}

/** A grid with the label column of the inspectors. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className="fields">{children}</div>;
}

interface FieldRowProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The label is for the eye: controls of this folder carry their own name. */
export function FieldRow({ label, children }: FieldRowProps) {
  return (
    <>
      <span className="fields__label ellipsis" aria-hidden>
        {label}
      </span>
      <div className="fields__control">{children}</div>
    </>
  );
}

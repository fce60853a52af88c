// A region of the window with a 32 px head.
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './panel.css';

interface PanelProps {
  readonly title: string;
  /** Grey words after the title. */
  readonly detail?: ReactNode;
  /** Before the title, e.g. a speaker badge. */
  readonly lead?: ReactNode;
  /** Buttons at the right end of the head. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
  /** Stays at the lower edge while the rest scrolls: the page's one filled button. */
  readonly footer?: ReactNode;
  /** The head is left out where a tab says the same. */
  readonly hasHead?: boolean;
  readonly isScrolling?: boolean;
  readonly className?: string;
}

export function Panel({
  title,
  detail,
  lead,
  tools,
  children,
  footer,
  hasHead = true,
  isScrolling = true,
  className,
}: PanelProps) {
  const titleId = useId();
  return (
    <section
      className={classNames('panel', className)}
      {...(hasHead ? { 'aria-labelledby': titleId } : { 'aria-label': title })}
    >
      {hasHead && (
        <PanelHead title={title} titleId={titleId} detail={detail} lead={lead} tools={tools} />
      )}
      {isScrolling ? <div className="panel__scroll">{children}</div> : children}
      {footer !== undefined && <div className="panel__footer">{footer}</div>}
    </section>
  );
}

interface PanelHeadProps extends Pick<PanelProps, 'title' | 'detail' | 'lead' | 'tools'> {
  readonly titleId?: string;
}

export function PanelHead({ title, titleId, detail, lead, tools }: PanelHeadProps) {
  return (
    <div className="panel-head">
      {lead}
      <h2 id={titleId} className="panel-head__title ellipsis">
        {title}
      </h2>
      {detail !== undefined && <span className="panel-head__detail ellipsis">{detail}</span>}
      <span className="grow" />
      {tools}
    </div>
  );
}

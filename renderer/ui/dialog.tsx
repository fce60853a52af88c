// A window inside the window. The picture stays readable behind it.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  /** Grey words at the right of the head. */
  readonly detail?: ReactNode;
  readonly children: ReactNode;
  /** Buttons below, right aligned; the last one is the one that acts. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
  /** Leaves the head out: the palette is only a field and a list. */
  readonly hasHead?: boolean;
}

export function Dialog(props: DialogProps) {
  const { title, detail, children, footer, size = 'medium', onClose, hasHead = true } = props;
  const { t } = useTranslation('controls');
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="dialog-scrim"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={classNames('dialog', `dialog--${size}`)}>
        <AriaDialog className="dialog__box" {...(hasHead ? {} : { 'aria-label': title })}>
          {hasHead && (
            <div className="dialog__head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <span className="grow" />
              {detail !== undefined && <span className="dialog__detail">{detail}</span>}
              <IconButton icon={X} label={t('close')} shortcut="Esc" onPress={onClose} />
            </div>
          )}
          <div className="dialog__body">{children}</div>
          {footer !== undefined && <div className="dialog__footer">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

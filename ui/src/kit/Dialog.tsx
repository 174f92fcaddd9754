// A question that must be answered before going on. Escape is always a way out without a change.

import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./Button";
import { cx } from "./cx";
import css from "./Dialog.module.css";
import { Icon } from "./Icon";
import { onSaveKey } from "./saveKey";

export function Dialog(props: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  /** What Ctrl+Enter does, wherever in the dialog the focus is. */
  onSave?: () => void;
  size?: "small" | "medium" | "large" | "wide";
  /** It only shows: a scan goes on to where scans go. */
  passesScans?: boolean;
  /** There is no way out but the answer, and nothing behind it is seen. */
  isLock?: boolean;
}) {
  const { onSave } = props;
  return (
    // Around the overlay: an event inside it comes by here, from the footer and from no field at all.
    <div onKeyDownCapture={onSave && onSaveKey(onSave)}>
    <ModalOverlay
      className={cx(css["overlay"], props.isLock && css["lock"])}
      isOpen
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      isDismissable={!props.isLock}
      isKeyboardDismissDisabled={props.isLock ?? false}
    >
      <Modal className={cx(css["modal"], css[props.size ?? "small"])}>
        <AriaDialog className={cx(css["dialog"])} data-passes-scans={props.passesScans ? "" : undefined}>
          <header className={css["head"]}>
            <Heading slot="title" className={cx(css["title"])}>
              {props.title}
            </Heading>
          </header>
          <div className={css["body"]}>{props.children}</div>
          {props.footer !== undefined && <div className={css["footer"]}>{props.footer}</div>}
          {/* Seen first and reached last: Tab goes to what the dialog asks. */}
          {!props.isLock && (
            <div className={css["close"]}>
              <Button kind="quiet" label={props.closeLabel} onPress={props.onClose}>
                <Icon name="cross" />
              </Button>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
    </div>
  );
}

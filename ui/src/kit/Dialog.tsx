// A question that must be answered before going on. Escape is always a way out without a change.

import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "./cx";
import css from "./Dialog.module.css";

export function Dialog(props: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
}) {
  return (
    <ModalOverlay
      className={cx(css["overlay"])}
      isOpen={props.isOpen}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      isDismissable
    >
      <Modal className={cx(css["modal"], css[props.size ?? "small"])}>
        <AriaDialog className={cx(css["dialog"])}>
          <Heading slot="title" className={cx(css["title"])}>
            {props.title}
          </Heading>
          <div className={css["body"]}>{props.children}</div>
          {props.footer !== undefined && <div className={css["footer"]}>{props.footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

// A dialog with fields in it: Ctrl+Enter saves, and the first try to leave says what would be lost.

import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../i18n/i18n";
import type { Failure } from "../ipc/failure";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Notice } from "../kit/Notice";
import { focusField } from "../kit/Field";
import { failureText } from "./failure";
import { useUnsaved } from "./useUnsaved";

export function FormDialog(props: {
  title: string;
  size?: "small" | "medium" | "large";
  /** Whether something was typed that leaving would drop. */
  isTouched: boolean;
  /** The field where one goes on. */
  at: string;
  saveLabel: string;
  /** Why it cannot be saved yet. */
  why: string | null;
  failure: Failure | null;
  onSave: () => void;
  onClose: () => void;
  /** Other ways out than saving. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { isTouched, at, why, onSave, onClose } = props;
  const words = useWords();
  const fields = useRef<HTMLDivElement>(null);
  const unsaved = useUnsaved({ isTouched, fields, at, onClose });
  // One begins where one goes on, so that the keys of the dialog are heard at once.
  const start = useRef(at);
  useEffect(() => {
    const inside = fields.current;
    if (inside !== null && !inside.contains(document.activeElement)) focusField(inside, start.current);
  }, []);
  return (
    <Dialog
      title={props.title}
      closeLabel={words.t("close")}
      onClose={unsaved.leave}
      onSave={() => {
        if (why === null) onSave();
      }}
      size={props.size ?? "small"}
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          {props.actions}
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={why} onPress={onSave}>
            {props.saveLabel}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      {props.failure !== null && <Notice tone="over" isAlert title={failureText(words, props.failure)} />}
      <div ref={fields}>{props.children}</div>
    </Dialog>
  );
}

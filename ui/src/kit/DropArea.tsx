// A place that takes files: by drop, by choosing, by paste while something in it has the focus.

import { useRef, useState, type ReactNode } from "react";
import { Button } from "./Button";
import css from "./DropArea.module.css";
import { cx } from "./cx";
import { filesOf } from "./files";
import { useKeys } from "./keys";

export function DropArea(props: {
  label: string;
  chooseLabel: string;
  accept: string;
  multiple?: boolean;
  hint?: string;
  /** The key that chooses, too. */
  keys?: string;
  onFiles: (files: File[]) => void;
  children?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const choose = () => input.current?.click();
  const { keys, chooseLabel } = props;
  useKeys(keys === undefined ? [] : [{ id: `choose-${keys}`, keys, label: chooseLabel, scope: "screen", run: choose }]);
  return (
    // Dropping and pasting are beside the button, which does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={props.label}
      className={cx(css["area"], isOver && css["over"])}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const files = filesOf(event.dataTransfer);
        if (files.length > 0) props.onFiles(files);
      }}
      onPaste={(event) => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        props.onFiles(files);
      }}
    >
      <Button keys={keys} onPress={choose}>
        {chooseLabel}
      </Button>
      {props.hint !== undefined && <span className={css["hint"]}>{props.hint}</span>}
      <input
        ref={input}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        aria-label={props.label}
        tabIndex={-1}
        className="visually-hidden"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) props.onFiles(files);
        }}
      />
      {props.children}
    </div>
  );
}

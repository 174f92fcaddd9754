// A button that can say why it is off: a disabled button with a reason stays focusable and shows it.

import { useId, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import css from "./Button.module.css";
import { cx } from "./cx";

interface ButtonProps {
  children: ReactNode;
  onPress: () => void;
  kind?: "primary" | "plain" | "quiet" | "danger";
  /** Its name, where the content is not one. */
  label?: string;
  /** The key that does the same, shown beside the words. */
  keys?: string | undefined;
  /** Why it cannot be pressed now. */
  disabledReason?: string | null | undefined;
  autoFocus?: boolean;
  className?: string | undefined;
}

export function Button(props: ButtonProps) {
  const { children, kind = "plain", label, keys, disabledReason, onPress } = props;
  const id = useId();
  const isOff = Boolean(disabledReason);
  return (
    // One structure for both states: a button that goes off under the finger keeps the focus.
    <span className={css[isOff ? "withReason" : "alone"]}>
      <AriaButton
        className={cx(css["button"], css[kind], isOff && css["off"], props.className)}
        aria-label={label}
        aria-describedby={isOff ? id : undefined}
        aria-disabled={isOff || undefined}
        aria-keyshortcuts={keys?.replace("Ctrl", "Control")}
        autoFocus={props.autoFocus}
        onPress={() => {
          if (!isOff) onPress();
        }}
      >
        {children}
        {keys !== undefined && (
          <span className={css["keys"]} aria-hidden="true">
            {keys}
          </span>
        )}
      </AriaButton>
      {isOff && (
        <span role="tooltip" id={id} className={css["reason"]}>
          {disabledReason}
        </span>
      )}
    </span>
  );
}

// A button that can say why it is off: a disabled button with a reason stays focusable and shows it.

import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
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
  const off = Boolean(disabledReason);
  const button = (
    <AriaButton
      className={cx(css["button"], css[kind], off && css["off"], props.className)}
      aria-label={label}
      aria-disabled={off || undefined}
      aria-keyshortcuts={keys?.replace("Ctrl", "Control")}
      autoFocus={props.autoFocus}
      onPress={() => {
        if (!off) onPress();
      }}
    >
      {children}
      {keys !== undefined && (
        <span className={css["keys"]} aria-hidden="true">
          {keys}
        </span>
      )}
    </AriaButton>
  );
  if (!disabledReason) return button;
  return (
    <TooltipTrigger delay={200}>
      {button}
      <Tooltip className={cx(css["tooltip"])} offset={4}>
        {disabledReason}
      </Tooltip>
    </TooltipTrigger>
  );
}

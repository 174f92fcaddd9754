import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Tone } from "./Figure";
import { Icon, type IconName } from "./Icon";
import css from "./Status.module.css";

/** A state as shape, word and colour. */
export function Status(props: { icon: IconName; tone: Tone; children: ReactNode; className?: string | undefined }) {
  return (
    <span className={cx(css["status"], css[props.tone], props.className)}>
      <Icon name={props.icon} className={css["icon"]} />
      {props.children}
    </span>
  );
}

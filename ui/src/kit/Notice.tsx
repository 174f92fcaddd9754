// Something to read before going on, in the place it concerns.

import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import css from "./Notice.module.css";

type Tone = "info" | "due" | "over";

const icons: Record<Tone, IconName> = { info: "info", due: "half", over: "warning" };

export function Notice(props: {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read aloud at once: it stops what one was doing. */
  isAlert?: boolean;
}) {
  const { tone } = props;
  return (
    <div className={css["notice"]} data-tone={tone} role={props.isAlert ? "alert" : undefined}>
      <Icon name={icons[tone]} className={css["icon"]} />
      <div className={css["text"]}>
        <strong>{props.title}</strong>
        {props.children !== undefined && <div>{props.children}</div>}
      </div>
      {props.actions !== undefined && <div className={css["actions"]}>{props.actions}</div>}
    </div>
  );
}

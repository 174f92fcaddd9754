// A number on the instrument: large, with its shape and its words. It is a link when there is a list behind.

import type { ReactNode } from "react";
import css from "./Figure.module.css";
import { Icon, type IconName } from "./Icon";

export type Tone = "plain" | "ok" | "due" | "over";

export function Figure(props: { value: string; label: string; tone?: Tone; icon?: IconName | undefined; note?: ReactNode }) {
  return (
    <div className={css["figure"]} data-tone={props.tone ?? "plain"}>
      <b className={css["value"]}>
        {props.icon !== undefined && <Icon name={props.icon} className={css["icon"]} />}
        {props.value}
      </b>
      <span className={css["label"]}>{props.label}</span>
      {props.note !== undefined && <span className={css["note"]}>{props.note}</span>}
    </div>
  );
}

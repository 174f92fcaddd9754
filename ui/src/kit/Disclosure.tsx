// A part of a form that most people can pass by; it says what is inside while it is shut.

import { useId, type ReactNode } from "react";
import css from "./Disclosure.module.css";
import { Icon } from "./Icon";

export function Disclosure(props: { title: string; summary?: ReactNode; children: ReactNode; isOpen?: boolean }) {
  const id = useId();
  return (
    <details className={css["details"]} open={props.isOpen}>
      <summary className={css["summary"]} aria-describedby={props.summary === undefined ? undefined : id}>
        <Icon name="chevron" className={css["chevron"]} />
        <span className={css["title"]}>{props.title}</span>
        {props.summary !== undefined && (
          <span id={id} className={css["state"]}>
            {props.summary}
          </span>
        )}
      </summary>
      <div className={css["body"]}>{props.children}</div>
    </details>
  );
}

// The parts every screen is made of: a heading line, panels, sections, and what to say when there is
// nothing to show or something broke.

import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./Icon";
import css from "./Page.module.css";

/** A screen: its title, what stands beside it, and a body that scrolls or fills. */
export function Page(props: { title: ReactNode; aside?: ReactNode; sub?: ReactNode; children: ReactNode; fills?: boolean }) {
  return (
    <div className={cx(css["page"], props.fills && css["fills"])}>
      <header className={css["head"]}>
        <div>
          <h1>{props.title}</h1>
          {props.sub !== undefined && <div className={css["sub"]}>{props.sub}</div>}
        </div>
        {props.aside !== undefined && <div className={css["aside"]}>{props.aside}</div>}
      </header>
      {props.children}
    </div>
  );
}

/** `fills`: a list that takes the rest of the screen and scrolls by itself. */
export function Panel(props: { children: ReactNode; className?: string | undefined; label?: string; fills?: boolean }) {
  return (
    <section aria-label={props.label} className={cx(css["panel"], props.fills && css["list"], props.className)}>
      {props.children}
    </section>
  );
}

export function Section(props: { title: string; hint?: ReactNode; children: ReactNode; className?: string | undefined }) {
  return (
    <section className={cx(css["section"], props.className)} aria-label={props.title}>
      <h2 className={css["sectionHead"]}>
        <span>{props.title}</span>
        {props.hint !== undefined && <span className={css["hint"]}>{props.hint}</span>}
      </h2>
      {props.children}
    </section>
  );
}

/** Nothing to show: why, and what to do next. */
export function Empty(props: { icon?: IconName; title: string; children?: ReactNode }) {
  return (
    <div className={css["empty"]}>
      <Icon name={props.icon ?? "info"} className={css["emptyIcon"]} />
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}

/** Names and values. */
export function Facts(props: { items: ReadonlyArray<readonly [string, ReactNode]> }) {
  return (
    <dl className={css["facts"]}>
      {props.items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

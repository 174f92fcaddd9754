// A short reference that explains itself when it is pressed.

import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import css from "./Chip.module.css";
import { cx } from "./cx";

export function Chip(props: { text: string; label: string; children: ReactNode }) {
  return (
    <DialogTrigger>
      <AriaButton className={cx(css["chip"])} aria-label={props.label}>
        {props.text}
      </AriaButton>
      <Popover className={cx(css["popover"])} offset={4}>
        <Dialog className={cx(css["dialog"])} aria-label={props.label}>
          {props.children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

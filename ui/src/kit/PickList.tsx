// One of several, all in sight, one under the other, each with a word beside it.

import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { cx } from "./cx";
import css from "./PickList.module.css";

export interface Pick {
  readonly value: string;
  readonly label: string;
  readonly word: string;
}

export function PickList(props: { label: string; value: string | null; options: readonly Pick[]; onChange: (value: string) => void }) {
  return (
    <RadioGroup className={cx(css["list"])} aria-label={props.label} value={props.value} onChange={props.onChange}>
      {props.options.map((option) => (
        <Radio key={option.value} value={option.value} className={cx(css["pick"])}>
          <span className={css["name"]}>{option.label}</span>
          <span className={css["word"]}>{option.word}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

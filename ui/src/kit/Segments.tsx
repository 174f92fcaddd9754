// One of a few, all in sight.

import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { cx } from "./cx";
import type { Option } from "./option";
import css from "./Segments.module.css";

export function Segments<Value extends string>(props: {
  label: string;
  value: Value;
  options: ReadonlyArray<Option<Value>>;
  onChange: (value: Value) => void;
  /** Seen and not chosen: somebody else's to change. */
  isDisabled?: boolean;
}) {
  const { options } = props;
  return (
    <RadioGroup
      className={cx(css["segments"])}
      aria-label={props.label}
      orientation="horizontal"
      value={props.value}
      isDisabled={props.isDisabled}
      onChange={(chosen) => {
        const option = options.find((known) => known.value === chosen);
        if (option) props.onChange(option.value);
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={cx(css["segment"])}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}

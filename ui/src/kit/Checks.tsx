// A group of which several can be ticked.

import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import css from "./Checks.module.css";
import { cx } from "./cx";
import type { Option } from "./option";
import { Icon } from "./Icon";

export function Checks<Value extends string>(props: {
  name: string;
  label: string;
  values: readonly Value[];
  options: ReadonlyArray<Option<Value>>;
  onChange: (values: Value[]) => void;
}) {
  const { options } = props;
  return (
    <CheckboxGroup
      aria-label={props.label}
      data-field={props.name}
      className={cx(css["group"])}
      value={[...props.values]}
      onChange={(chosen) =>
        props.onChange(options.map((option) => option.value).filter((value) => chosen.includes(value)))
      }
    >
      {options.map((option) => (
        <AriaCheckbox key={option.value} value={option.value} className={cx(css["check"])}>
          <Box />
          {option.label}
        </AriaCheckbox>
      ))}
    </CheckboxGroup>
  );
}

function Box() {
  return (
    <span className={css["box"]} aria-hidden="true">
      <Icon name="tick" />
    </span>
  );
}

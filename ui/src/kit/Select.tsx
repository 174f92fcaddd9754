// One of several, in a list that opens. The list and its overlay are only loaded by screens that have one.

import { Button as AriaButton } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { cx } from "./cx";
import { FieldFoot, takesSuggestion, type FieldProps } from "./Field";
import css from "./Field.module.css";
import { Icon } from "./Icon";
import type { Option } from "./option";
import { useScanUndo } from "./scanEvents";

interface SelectProps<Value extends string> extends FieldProps {
  value: Value | null;
  options: ReadonlyArray<Option<Value>>;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  placeholder: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { name, label, value, options, onChange, error, suggestion } = props;
  const undo = useScanUndo(value, (before) => {
    if (before !== null) onChange(before);
  });
  return (
    <AriaSelect
      className={cx(css["field"], props.className)}
      data-field={name}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      onBlur={props.onBlur}
      isInvalid={Boolean(error)}
      isRequired={props.isRequired}
      placeholder={props.placeholder}
      validationBehavior="aria"
    >
      <Label className={cx(css["label"])}>{label}</Label>
      {/* The trigger has no key event of its own that bubbles to the field. */}
      <div ref={undo} onKeyDownCapture={takesSuggestion(suggestion)} className={css["trigger"]}>
        <AriaButton className={cx(css["control"], css["select"])}>
          <SelectValue className={cx(css["value"])} />
          <Icon name="chevron" className={css["chevron"]} />
        </AriaButton>
      </div>
      <FieldFoot {...props} />
      <Popover className={cx(css["popover"])} offset={2}>
        <ListBox className={cx(css["options"])} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} className={cx(css["option"])} textValue={option.label}>
              <Text slot="label">{option.label}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}


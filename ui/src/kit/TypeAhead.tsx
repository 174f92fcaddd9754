// One of a short list, found by typing: any of the spellings an entry has, from its beginning or inside. What is typed
// and matches nothing is dropped when the field is left; an empty field chooses nothing.

import { Button as AriaButton } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { useState } from "react";
import { cx } from "./cx";
import { FieldFoot, type FieldProps } from "./Field";
import css from "./Field.module.css";
import { Icon } from "./Icon";

export interface Spelt {
  readonly value: string;
  readonly label: string;
  /** What may be typed for it beside its label, lower case. */
  readonly spellings: readonly string[];
}

interface TypeAheadProps extends FieldProps {
  value: string;
  options: readonly Spelt[];
  onChange: (value: string) => void;
  placeholder: string;
  /** What stands in the list when nothing fits. */
  none: string;
  isDisabled?: boolean;
}

export function TypeAhead(props: TypeAheadProps) {
  const { name, label, value, options, onChange, error } = props;
  const chosen = options.find((option) => option.value === value)?.label ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed === null || typed === chosen ? "" : typed.trim().toLowerCase().replaceAll(" ", "");
  const shown = wanted === "" ? options : options.filter((option) => fits(option, wanted));
  return (
    <ComboBox
      className={cx(css["field"], props.className)}
      data-field={name}
      items={shown}
      value={value === "" ? null : value}
      inputValue={typed ?? chosen}
      onInputChange={(text) => {
        setTyped(text);
        if (text === "" && value !== "") onChange("");
      }}
      onChange={(key) => {
        setTyped(null);
        if (key !== null && key !== value) onChange(String(key));
      }}
      onBlur={() => setTyped(null)}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
    >
      <Label className={cx(css["label"])}>{label}</Label>
      <div className={css["trigger"]}>
        <Input className={cx(css["control"])} placeholder={props.placeholder} autoComplete="off" spellCheck="false" />
        <AriaButton className={cx(css["opener"])}>
          <Icon name="chevron" className={css["chevron"]} />
        </AriaButton>
      </div>
      <FieldFoot {...props} />
      <Popover className={cx(css["popover"])} offset={2}>
        <ListBox<Spelt> className={cx(css["options"])} renderEmptyState={() => <span className={css["note"]}>{props.none}</span>}>
          {(option) => (
            <ListBoxItem id={option.value} className={cx(css["option"])} textValue={option.label}>
              <Text slot="label">{option.label}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function fits(option: Spelt, wanted: string): boolean {
  return option.label.toLowerCase().replaceAll(" ", "").includes(wanted) || option.spellings.some((one) => one.startsWith(wanted));
}

import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { cx } from "./cx";
import { Icon } from "./Icon";
import css from "./SearchField.module.css";

/** Narrows a list while one types; Escape empties it. */
export function SearchField(props: { label: string; value: string; onChange: (text: string) => void; autoFocus?: boolean }) {
  return (
    <AriaSearchField className={cx(css["search"])} value={props.value} onChange={props.onChange} autoFocus={props.autoFocus}>
      <Label className="visually-hidden">{props.label}</Label>
      <Icon name="search" className={css["icon"]} />
      <Input className={cx(css["input"])} placeholder={props.label} autoComplete="off" spellCheck="false" />
      <Button className={cx(css["clear"])}>
        <Icon name="cross" />
      </Button>
    </AriaSearchField>
  );
}

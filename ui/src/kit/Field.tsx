// A labelled field with what belongs under it: where its value comes from, what is wrong with it, or a
// better value that one key takes over. It knows nothing of what is asked.

import type { KeyboardEvent } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Button as AriaButton } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { cx } from "./cx";
import css from "./Field.module.css";
import { onScanned } from "./scanEvents";

/** A value that another source holds for this field. */
export interface Suggestion {
  /** In words: who says what. */
  readonly text: string;
  /** What its button is called. */
  readonly label: string;
  readonly onTake: () => void;
}

export interface FieldProps {
  /** Name by which the field is found: `customer.phone`. */
  name: string;
  label: string;
  /** Where the value comes from, or how it is written. */
  note?: string | null | undefined;
  /** What is wrong with the value. */
  error?: string | null | undefined;
  suggestion?: Suggestion | null | undefined;
  isRequired?: boolean;
  isReadOnly?: boolean;
  className?: string | undefined;
}

/** The key that takes a suggestion. */
const SUGGESTION_KEY = "F2";

/** What stands under every kind of field. */
export function FieldFoot(props: Pick<FieldProps, "note" | "error" | "suggestion">) {
  const { note, error, suggestion } = props;
  const wrong = error ? <FieldError className={cx(css["error"])}>{error}</FieldError> : null;
  if (suggestion) {
    return (
      <>
      {wrong}
      <div className={css["suggestion"]}>
        <Text slot="description">{suggestion.text}</Text>
        <AriaButton
          slot={null}
          className={cx(css["take"])}
          aria-label={suggestion.label}
          excludeFromTabOrder
          onPress={suggestion.onTake}
        >
          <kbd>{SUGGESTION_KEY}</kbd>
        </AriaButton>
      </div>
      </>
    );
  }
  if (wrong !== null) return wrong;
  if (!note) return null;
  return (
    <Text slot="description" className={cx(css["note"])}>
      {note}
    </Text>
  );
}

/** Lets F2 take the suggestion from inside any kind of field. */
export function takesSuggestion(suggestion: Suggestion | null | undefined) {
  return (event: KeyboardEvent) => {
    if (event.key !== SUGGESTION_KEY || !suggestion) return;
    event.preventDefault();
    suggestion.onTake();
  };
}

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  onEnter?: () => void;
  autoFocus?: boolean;
  placeholder?: string;
  inputMode?: "text" | "tel" | "email" | "numeric" | "search";
  maxLength?: number;
  /** A scan typed into it stays in it and is reported here. */
  onScan?: ((text: string) => void) | undefined;
  /** What is typed is not shown. */
  isSecret?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { name, label, value, onChange, error, suggestion } = props;
  return (
    <AriaTextField
      className={cx(css["field"], props.className)}
      data-field={name}
      value={value}
      onChange={onChange}
      onBlur={props.onBlur}
      onKeyDown={(event) => {
        // React Aria stops a key that a field listens to; Escape still belongs to the dialog around it.
        event.continuePropagation();
        takesSuggestion(suggestion)(event);
        if (event.key === "Enter" && !event.ctrlKey) props.onEnter?.();
      }}
      isInvalid={Boolean(error)}
      isRequired={props.isRequired}
      isReadOnly={props.isReadOnly}
      autoFocus={props.autoFocus}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      type={props.isSecret ? "password" : "text"}
      validationBehavior="aria"
      autoComplete={props.isSecret ? "new-password" : "off"}
      spellCheck="false"
    >
      <Label className={cx(css["label"])}>{label}</Label>
      <Input
        className={cx(css["control"])}
        placeholder={props.placeholder}
        data-scan={props.onScan ? "here" : undefined}
        ref={props.onScan ? onScanned(props.onScan) : undefined}
      />
      <FieldFoot {...props} />
    </AriaTextField>
  );
}

interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  rows?: number;
  /** A scan into it is reported here; what stood in it stays. */
  onScan?: ((text: string) => void) | undefined;
}

export function TextArea(props: TextAreaProps) {
  const { name, label, value, onChange, error, rows = 2, suggestion } = props;
  return (
    <AriaTextField
      className={cx(css["field"], props.className)}
      data-field={name}
      value={value}
      onChange={onChange}
      onBlur={props.onBlur}
      onKeyDown={(event) => {
        event.continuePropagation();
        takesSuggestion(suggestion)(event);
      }}
      isInvalid={Boolean(error)}
      isRequired={props.isRequired}
      validationBehavior="aria"
      spellCheck="false"
    >
      <Label className={cx(css["label"])}>{label}</Label>
      <AriaTextArea
        className={cx(css["control"], css["area"])}
        rows={rows}
        data-scan={props.onScan ? "here" : undefined}
        ref={props.onScan ? onScanned(props.onScan) : undefined}
      />
      <FieldFoot {...props} />
    </AriaTextField>
  );
}

/** Puts the focus into the field of that name inside `root`; false when there is none. */
export function focusField(root: ParentNode, name: string): boolean {
  const field = root.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const control = field?.querySelector<HTMLElement>(
    "input:not([type=hidden]):not([tabindex='-1']), textarea, button:not([tabindex='-1']), [role=spinbutton], [tabindex='0']",
  );
  const target = field instanceof HTMLElement && field.matches("[tabindex]") ? field : control;
  if (!target) return false;
  target.closest<HTMLDetailsElement>("details")?.setAttribute("open", "");
  target.focus();
  target.scrollIntoView?.({ block: "nearest" });
  return true;
}

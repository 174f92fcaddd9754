// A civil date typed part by part. It speaks ISO dates outwards and never reports one that is still being
// typed: Backspace in the year passes through the year 202.

import { CalendarDate, parseDate } from "@internationalized/date";
import { useState, type ComponentProps } from "react";
import { DateField as AriaDateField, DateInput, DateSegment } from "react-aria-components/DateField";
import { Label } from "react-aria-components/Label";
import { cx } from "./cx";
import { FieldFoot, takesSuggestion, type FieldProps } from "./Field";
import fieldCss from "./Field.module.css";
import css from "./DateField.module.css";
import { useScanUndo } from "./scanEvents";

interface DateFieldProps extends FieldProps {
  /** `2026-03-09`, or null. */
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
}

type Segment = ComponentProps<typeof DateSegment>["segment"];

/** No unit is older than its maker. */
const EARLIEST = new CalendarDate(2001, 1, 1);

export function DateField(props: DateFieldProps) {
  const { name, label, value, onChange, error, suggestion } = props;
  const [typed, setTyped] = useState<{ for: string | null; date: CalendarDate | null } | null>(null);
  // What is being typed counts only beside the value it was begun on.
  const shown = typed !== null && typed.for === value ? typed.date : toDate(value);

  const onTyped = (date: CalendarDate | null) => {
    if (date !== null && date.compare(EARLIEST) < 0) {
      setTyped({ for: value, date });
      return;
    }
    setTyped(null);
    onChange(date === null ? null : date.toString());
  };

  const undo = useScanUndo(value, onChange);

  return (
    <AriaDateField
      className={cx(fieldCss["field"], props.className)}
      data-field={name}
      value={shown}
      onChange={(date) => onTyped(date === null ? null : new CalendarDate(date.year, date.month, date.day))}
      onBlur={() => {
        setTyped(null);
        props.onBlur?.();
      }}
      granularity="day"
      shouldForceLeadingZeros
      isInvalid={Boolean(error)}
      isRequired={props.isRequired}
      isReadOnly={props.isReadOnly}
      validationBehavior="aria"
    >
      <Label className={cx(fieldCss["label"])}>{label}</Label>
      <div
        ref={undo}
        onKeyDownCapture={takesSuggestion(suggestion)}
        onPaste={(event) => {
          const date = dateInText(event.clipboardData.getData("text"));
          if (date === null) return;
          event.preventDefault();
          onTyped(date);
        }}
      >
        <DateInput className={cx(fieldCss["control"], css["input"])}>
          {(segment) => <DateSegment segment={dashed(segment)} className={cx(css["segment"])} />}
        </DateInput>
      </div>
      <FieldFoot {...props} />
    </AriaDateField>
  );
}

/** Dates are written 2026-03-09 in both languages, whatever a language puts between their parts. */
function dashed(segment: Segment): Segment {
  return segment.type === "literal" ? { ...segment, text: segment.text.replace("/", "-") } : segment;
}

function toDate(value: string | null): CalendarDate | null {
  if (value === null) return null;
  try {
    return parseDate(value);
  } catch {
    return null;
  }
}

/** Finds the one date in a pasted text: 2026-03-09, 2026/3/9, 2026年3月9日, 20260309. */
export function dateInText(text: string): CalendarDate | null {
  const found = /(20\d\d)\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})/.exec(text);
  if (found === null) return null;
  const [, year, month, day] = found;
  return toDate(`${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`);
}

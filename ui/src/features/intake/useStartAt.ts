import { useEffect, useRef, type RefObject } from "react";
import { focusField } from "../../kit/Field";

/** Where a dialog is opened for one field: puts the cursor there. The ref goes around the fields. */
export function useStartAt(field: string | null): RefObject<HTMLDivElement | null> {
  const fields = useRef<HTMLDivElement>(null);
  // Follows the page: the field exists once the dialog is drawn.
  useEffect(() => {
    if (field !== null && fields.current !== null) focusField(fields.current, field);
  }, [field]);
  return fields;
}

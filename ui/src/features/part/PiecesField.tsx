// How many pieces: whole numbers only, read by `piecesOf`.

import { TextField } from "../../kit/Field";

export function PiecesField(props: {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}) {
  return <TextField {...props} inputMode="numeric" maxLength={7} isRequired />;
}

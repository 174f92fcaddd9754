/** One of several things to choose, with its word. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

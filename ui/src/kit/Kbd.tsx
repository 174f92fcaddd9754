/** Keys as they stand on a keyboard: `Ctrl+Enter` becomes two caps. */
export function Kbd(props: { keys: string }) {
  return props.keys.split("+").map((key) => <kbd key={key}>{key}</kbd>);
}

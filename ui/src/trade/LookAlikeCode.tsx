// A code beside one it is easily taken for: the characters in which they differ are marked.

import { cx } from "../kit/cx";
import css from "./LookAlikeCode.module.css";

export function LookAlikeCode(props: { code: string; other: string }) {
  const { code, other } = props;
  return (
    <span className="mono">
      {[...code].map((character, at) =>
        character === other[at] ? (
          character
        ) : (
          <mark key={`${String(at)} ${character}`} className={cx(css["differs"])}>
            {character}
          </mark>
        ),
      )}
    </span>
  );
}

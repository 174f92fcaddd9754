import type { Words } from "../ipc/types.generated";
import css from "./BothLanguages.module.css";

/** A text of a pack in Chinese and English: side by side where there is room. */
export function BothLanguages(props: { words: Words }) {
  return (
    <div className={css["both"]}>
      <p lang="zh-CN">{props.words.zh}</p>
      <p lang="en">{props.words.en}</p>
    </div>
  );
}

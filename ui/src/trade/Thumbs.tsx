// Photos and videos side by side, in small.

import type { ReactNode } from "react";
import type { Attachment } from "../ipc/types.generated";
import { Thumb } from "./Thumb";
import css from "./Thumbs.module.css";

export function Thumbs(props: { photos: readonly Attachment[]; action?: (photo: Attachment) => ReactNode }) {
  return (
    <ul className={css["photos"]}>
      {props.photos.map((photo) => (
        <li key={photo.id}>
          <Thumb photo={photo}>{props.action?.(photo)}</Thumb>
        </li>
      ))}
    </ul>
  );
}

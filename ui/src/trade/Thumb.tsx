// One photo or video in small; pressed, it is seen in full.

import { useState, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../i18n/i18n";
import { useRead } from "../ipc/ipc";
import type { Attachment } from "../ipc/types.generated";
import { cx } from "../kit/cx";
import { Dialog } from "../kit/Dialog";
import { Icon } from "../kit/Icon";
import css from "./Thumb.module.css";

export function Thumb(props: { photo: Attachment; children?: ReactNode }) {
  const { photo } = props;
  const { t, times } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <figure className={css["thumb"]}>
      <AriaButton
        className={cx(css["picture"])}
        aria-label={t("photo-open", { name: photo.name })}
        onPress={() => setIsOpen(true)}
      >
        {photo.thumbnail === null ? <Icon name="film" /> : <img src={photo.thumbnail} alt="" />}
      </AriaButton>
      <figcaption>
        <span className={css["name"]}>{photo.name}</span>
        <span className={css["size"]}>{times.size(photo.size)}</span>
        {props.children}
      </figcaption>
      {isOpen && <Full photo={photo} onClose={() => setIsOpen(false)} />}
    </figure>
  );
}

function Full(props: { photo: Attachment; onClose: () => void }) {
  const { photo } = props;
  const { t } = useWords();
  const content = useRead("attachment_read", { id: photo.id }).data;
  const source = content === undefined ? null : `data:${content.media_type};base64,${content.base64}`;
  return (
    <Dialog title={photo.name} closeLabel={t("close")} passesScans onClose={props.onClose} size="large">
      <div className={css["full"]}>
        {source !== null && photo.media_type.startsWith("image/") && <img src={source} alt={photo.name} />}
        {source !== null && photo.media_type.startsWith("video/") && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a technician's own recording has none
          <video src={source} controls aria-label={photo.name} />
        )}
      </div>
    </Dialog>
  );
}

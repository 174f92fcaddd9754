// One photo, video or PDF file in small; pressed, it is seen in full.

import { useState, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useWords } from "../i18n/i18n";
import { useRead, useTransport } from "../ipc/ipc";
import { toFailure } from "../ipc/failure";
import type { Attachment } from "../ipc/types.generated";
import { cx } from "../kit/cx";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Icon } from "../kit/Icon";
import { Notice } from "../kit/Notice";
import { failureText } from "./failure";
import { PdfPages } from "./PdfPages";
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
        {photo.thumbnail === null ? <Icon name={shape(photo)} /> : <img src={photo.thumbnail} alt="" />}
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

function isPdf(one: Attachment): boolean {
  return one.media_type === "application/pdf";
}

/** What stands where there is no small picture. */
function shape(one: Attachment): "page" | "film" | "picture" {
  if (isPdf(one)) return "page";
  return one.media_type.startsWith("video/") ? "film" : "picture";
}

function Full(props: { photo: Attachment; onClose: () => void }) {
  const { photo } = props;
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const [failure, setFailure] = useState<string | null>(null);
  const [isUndrawn, setIsUndrawn] = useState(false);
  const read = useRead("attachment_read", { id: photo.id });
  const content = read.data;
  const failed = failure ?? (read.error === null ? null : failureText(words, read.error));
  const openOutside = () => {
    setFailure(null);
    transport.call("attachment_open", { id: photo.id }).catch((thrown: unknown) => setFailure(failureText(words, toFailure(thrown))));
  };
  const source = content === undefined ? null : `data:${content.media_type};base64,${content.base64}`;
  return (
    <Dialog title={photo.name} closeLabel={t("close")} passesScans onClose={props.onClose} size="large">
      <div className={css["outside"]}>
        <Button kind="quiet" onPress={openOutside}>
          {t("photo-open-outside")}
        </Button>
        {failed !== null && <Notice tone="over" title={failed} />}
        {isUndrawn && <Notice tone="due" title={t("photo-not-drawn", { name: photo.name })} />}
      </div>
      <div className={css["full"]}>
        {content !== undefined && isPdf(photo) && <PdfPages pdf={{ base64: content.base64, hash: photo.hash }} isForeign />}
        {source !== null && !isUndrawn && photo.media_type.startsWith("image/") && (
          <img src={source} alt={photo.name} onError={() => setIsUndrawn(true)} />
        )}
        {source !== null && photo.media_type.startsWith("video/") && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a technician's own recording has none
          <video src={source} controls aria-label={photo.name} />
        )}
      </div>
    </Dialog>
  );
}

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
        {photo.thumbnail === null ? <Icon name={isPdf(photo) ? "page" : "film"} /> : <img src={photo.thumbnail} alt="" />}
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

function isPdf(one: { readonly media_type: string }): boolean {
  return one.media_type === "application/pdf";
}

function Full(props: { photo: Attachment; onClose: () => void }) {
  const { photo } = props;
  const words = useWords();
  const { t } = words;
  const transport = useTransport();
  const [failure, setFailure] = useState<string | null>(null);
  const content = useRead("attachment_read", { id: photo.id }).data;
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
        {failure !== null && <Notice tone="over" title={failure} />}
      </div>
      <div className={css["full"]}>
        {content !== undefined && isPdf(photo) && <PdfPages pdf={{ base64: content.base64, hash: photo.hash }} isForeign />}
        {source !== null && photo.media_type.startsWith("image/") && <img src={source} alt={photo.name} />}
        {source !== null && photo.media_type.startsWith("video/") && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a technician's own recording has none
          <video src={source} controls aria-label={photo.name} />
        )}
      </div>
    </Dialog>
  );
}

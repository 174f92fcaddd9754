// Photos, short videos and PDF files of a unit or a parcel: chosen, dropped or pasted, each on the disk before it is
// shown. A removed one can be taken back.

import { useWords } from "../i18n/i18n";
import type { Failure } from "../ipc/failure";
import { useRead, useWrite } from "../ipc/ipc";
import type { Attachment, Owner } from "../ipc/types.generated";
import { Button } from "../kit/Button";
import { DropArea } from "../kit/DropArea";
import { useToast } from "../kit/toasts";
import { failureText } from "./failure";
import { Thumbs } from "./Thumbs";
import { useAttach } from "./useAttach";

export function Attachments(props: { owner: Owner | null; onNeedOwner: () => Promise<Owner | null> }) {
  const { t } = useWords();
  const { busy, attach } = useAttach();
  const addAll = async (files: readonly File[]) => {
    const owner = props.owner ?? (await props.onNeedOwner());
    if (owner !== null) await attach(owner, files);
  };
  return (
    <DropArea
      label={t("photos-label")}
      chooseLabel={t("photos-choose")}
      accept="image/*,video/*,application/pdf,.pdf"
      multiple
      hint={t("photos-hint")}
      onFiles={(files) => void addAll(files)}
    >
      {props.owner !== null && <AttachmentList owner={props.owner} />}
      {busy.map((name) => (
        <span key={name}>{t("photo-saving", { name })}</span>
      ))}
    </DropArea>
  );
}

function AttachmentList(props: { owner: Owner }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const list = useRead("attachment_list", props.owner).data ?? [];
  const remove = useWrite("attachment_remove");
  const restore = useWrite("attachment_restore");

  const takeAway = (photo: Attachment) => {
    const onError = (failure: Failure) =>
      toast({ tone: "trouble", text: `${photo.name}: ${failureText(words, failure)}` });
    const undo = {
      label: t("photo-undo-remove", { name: photo.name }),
      run: () => restore.mutate({ id: photo.id }, { onError }),
    };
    remove.mutate(
      { id: photo.id },
      { onSuccess: () => toast({ text: t("photo-removed", { name: photo.name }), undo }), onError },
    );
  };

  return (
    <Thumbs
      photos={list}
      action={(photo) => (
        <Button kind="quiet" label={t("photo-remove", { name: photo.name })} onPress={() => takeAway(photo)}>
          {t("remove")}
        </Button>
      )}
    />
  );
}

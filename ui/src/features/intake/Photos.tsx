// Photos and short videos of a unit: chosen, dropped or pasted, each on the disk before it is shown. A
// removed one can be taken back.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { toFailure, type Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Attachment, Owner } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { DropArea } from "../../kit/DropArea";
import { toBase64 } from "../../kit/files";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { Thumb } from "../../trade/Thumb";
import css from "./Intake.module.css";

/** Above this a file is not even read; the exact limits for photos and videos are the back end's. */
const READ_BYTES_MAX = 128 * 1024 * 1024;

export function Photos(props: { owner: Owner | null; onNeedOwner: () => Promise<Owner | null> }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const add = useWrite("attachment_add");
  const trouble = (failure: Failure, name: string) =>
    toast({ tone: "trouble", text: `${name}: ${failureText(words, failure)}` });

  const addOne = async (owner: Owner, file: File, index: number) => {
    const name = file.name || t("photo-pasted", { number: index + 1 });
    if (file.size > READ_BYTES_MAX) {
      toast({ tone: "trouble", text: t("photo-too-large", { name, size: words.times.size(file.size) }) });
      return;
    }
    setBusy((now) => [...now, name]);
    try {
      await add.mutateAsync({ owner, name, base64: await toBase64(file) });
    } catch (thrown) {
      trouble(toFailure(thrown), name);
    }
    setBusy((now) => now.filter((other) => other !== name));
  };

  const addAll = async (files: readonly File[]) => {
    const owner = props.owner ?? (await props.onNeedOwner());
    if (owner === null) return;
    for (const [index, file] of files.entries()) await addOne(owner, file, index);
  };

  return (
    <DropArea
      label={t("photos-label")}
      chooseLabel={t("photos-choose")}
      accept="image/*,video/*"
      multiple
      hint={t("photos-hint")}
      onFiles={(files) => void addAll(files)}
    >
      {props.owner !== null && <PhotoList owner={props.owner} onTrouble={trouble} />}
      {busy.map((name) => (
        <span key={name}>{t("photo-saving", { name })}</span>
      ))}
    </DropArea>
  );
}

function PhotoList(props: { owner: Owner; onTrouble: (failure: Failure, name: string) => void }) {
  const { t } = useWords();
  const toast = useToast();
  const list = useRead("attachment_list", props.owner).data ?? [];
  const remove = useWrite("attachment_remove");
  const restore = useWrite("attachment_restore");

  const takeAway = (photo: Attachment) => {
    const onError = (failure: Failure) => props.onTrouble(failure, photo.name);
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
    <ul className={css["photos"]}>
      {list.map((photo) => (
        <li key={photo.id}>
          <Thumb photo={photo}>
            <Button kind="quiet" label={t("photo-remove", { name: photo.name })} onPress={() => takeAway(photo)}>
              {t("remove")}
            </Button>
          </Thumb>
        </li>
      ))}
    </ul>
  );
}

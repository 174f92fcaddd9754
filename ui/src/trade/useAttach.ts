// Putting photos and videos with a draft, a parcel or a work order: each is on the disk before it is shown, and what
// goes wrong is told by the file's name.

import { useState } from "react";
import { useWords } from "../i18n/i18n";
import { toFailure } from "../ipc/failure";
import { useWrite } from "../ipc/ipc";
import type { Owner, PhotoOf } from "../ipc/types.generated";
import { toBase64 } from "../kit/files";
import { useToast } from "../kit/toasts";
import { failureText } from "./failure";

/** Above this a file is not even read; the exact limits for photos and videos are the back end's. */
const READ_BYTES_MAX = 128 * 1024 * 1024;

/** `busy` names the files that are being saved. `shows` marks them as the photo something asks for. */
export function useAttach(shows: PhotoOf | null = null) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const add = useWrite("attachment_add");

  const one = async (owner: Owner, file: File, index: number) => {
    const name = file.name || t("photo-pasted", { number: index + 1 });
    if (file.size > READ_BYTES_MAX) {
      toast({ tone: "trouble", text: t("photo-too-large", { name, size: words.times.size(file.size) }) });
      return;
    }
    setBusy((now) => [...now, name]);
    try {
      await add.mutateAsync({ owner, name, base64: await toBase64(file), shows });
    } catch (thrown) {
      toast({ tone: "trouble", text: `${name}: ${failureText(words, toFailure(thrown))}` });
    }
    setBusy((now) => now.filter((other) => other !== name));
  };
  const attach = async (owner: Owner, files: readonly File[]) => {
    for (const [index, file] of files.entries()) await one(owner, file, index);
  };
  return { busy, attach };
}

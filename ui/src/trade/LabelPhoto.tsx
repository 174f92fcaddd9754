// A label that is not as it left the factory asks for a photo of it, or of the place where it should be. The entry
// says whether there is one; one press takes or chooses it. It never keeps a unit from being received.

import { useWords } from "../i18n/i18n";
import { useLiveRead } from "../ipc/ipc";
import type { Owner } from "../ipc/types.generated";
import { DropArea } from "../kit/DropArea";
import { Status } from "../kit/Status";
import css from "./LabelPhoto.module.css";
import { Thumbs } from "./Thumbs";
import { useAttach } from "./useAttach";

const NO_OWNER: Owner = { kind: "draft", id: "" };

export function LabelPhoto(props: { owner: Owner | null; onNeedOwner: () => Promise<Owner | null> }) {
  const { t } = useWords();
  const { busy, attach } = useAttach("label");
  const all = useLiveRead("attachment_list", props.owner ?? NO_OWNER, props.owner !== null).data ?? [];
  const photos = all.filter((photo) => photo.shows === "label");
  const take = async (files: readonly File[]) => {
    const owner = props.owner ?? (await props.onNeedOwner());
    if (owner !== null) await attach(owner, files);
  };
  return (
    <DropArea
      label={t("label-photo")}
      chooseLabel={t("label-photo-take")}
      keys="Alt+L"
      accept="image/*"
      hint={t("photos-hint")}
      onFiles={(files) => void take(files)}
    >
      <div className={css["said"]} role="status">
        {photos.length === 0 ? (
          <Status icon="empty" tone="due">
            {t("label-photo-owed")}
          </Status>
        ) : (
          <Status icon="full" tone="ok">
            {t("label-photo-there")}
          </Status>
        )}
        {busy.map((name) => (
          <span key={name}>{t("photo-saving", { name })}</span>
        ))}
      </div>
      {photos.length > 0 && <Thumbs photos={photos} />}
    </DropArea>
  );
}

// Which of the work order's photos are pictures the unit made, before and after the repair.

import { useWords } from "../../i18n/i18n";
import type { Attachment, Frame, FrameMoment } from "../../ipc/types.generated";
import { Section } from "../../kit/Page";
import { Select } from "../../kit/Select";
import css from "./Diagnosis.module.css";

type Choice = FrameMoment | "off";
const choices: readonly Choice[] = ["off", "before", "after"];

export function Frames(props: { photos: readonly Attachment[]; frames: readonly Frame[]; onChange: (frames: Frame[]) => void }) {
  const { t } = useWords();
  const set = (attachment: string, moment: Choice) => {
    const rest = props.frames.filter((frame) => frame.attachment !== attachment);
    props.onChange(moment === "off" ? rest : [...rest, { attachment, moment }]);
  };
  return (
    <Section title={t("sheet-frames")}>
      {props.photos.length === 0 && <p>{t("sheet-frames-none")}</p>}
      <div className={css["row"]}>
        {props.photos.map((photo) => (
          <Select
            key={photo.id}
            name={`frames.${photo.id}`}
            className={css["c4"]}
            label={photo.name}
            value={props.frames.find((frame) => frame.attachment === photo.id)?.moment ?? "off"}
            options={choices.map((moment) => ({ value: moment, label: t(`sheet-frame-${moment}`) }))}
            onChange={(moment) => set(photo.id, moment)}
            placeholder={t("choose")}
          />
        ))}
      </div>
    </Section>
  );
}

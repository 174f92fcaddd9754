// What stands beside a part of a work order: who bears it, when it should come, the serials of the old and the new piece.

import { useWords } from "../../i18n/i18n";
import type { PartLine } from "../../ipc/types.generated";
import { cx } from "../../kit/cx";
import css from "./Part.module.css";

export function LineNote(props: { line: PartLine }) {
  const { line } = props;
  const { t, times } = useWords();
  const date = line.expected_on === null ? "" : times.day(line.expected_on);
  const expected =
    line.expected_on === null ? t("part-expected-unknown") : t(line.is_late ? "part-expected-late" : "part-expected", { date });
  const hasSerial = line.serial_old !== "" || line.serial_new !== "";
  return (
    <span className={css["small"]}>
      {t(`part_terms-${line.terms}`)}
      {line.state === "wanted" && (
        <>
          {" · "}
          <span className={cx(line.is_late && css["late"])}>{expected}</span>
        </>
      )}
      {hasSerial &&
        ` · ${t("part-serials", { old: line.serial_old || t("part-serial-none"), new: line.serial_new || t("part-serial-none") })}`}
    </span>
  );
}

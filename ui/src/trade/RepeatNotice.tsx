// That a unit came back soon after we had it, and that its batch suffers from a fault: told wherever the unit is met.

import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n/i18n";
import type { Repeats } from "../ipc/types.generated";
import { Notice } from "../kit/Notice";
import { Day } from "./words";

export function RepeatNotice(props: { repeats: Repeats }) {
  const { repeats, batch } = props.repeats;
  const { t, language } = useWords();
  const [newest] = repeats;
  return (
    <>
      {newest !== undefined && (
        <Notice tone="due" title={`${t("repeat-title")}: ${t(`repeat-within-${newest.window}`)}`}>
          <ul>
            {repeats.map((repeat) => (
              <li key={repeat.ticket}>
                {t(`repeat-${repeat.window}`, { days: repeat.days })}{" "}
                <Link to="/tickets/$id" params={{ id: repeat.ticket }}>
                  {repeat.rma}
                </Link>{" "}
                <Day date={repeat.handed_over_on} />
                {repeat.resolution !== null && ` ${t(`resolution-${repeat.resolution}`)}`}
              </li>
            ))}
          </ul>
          {t("repeat-no-verdict")}
        </Notice>
      )}
      {batch.map((found) => (
        <Notice key={found.fault} tone="due" title={t("batch-title", { batch: found.batch })}>
          {t("batch-fault", { fault: language === "zh-CN" ? found.zh : found.en, units: found.units })}
        </Notice>
      ))}
    </>
  );
}

// An outcome as shape, word and colour: the same on the board, in what-if and in the history.

import { useWords } from "../../i18n/i18n";
import type { Need, Outcome, Remedy, RemedyVerdict, Verdict } from "../../ipc/types.generated";
import type { Tone } from "../../kit/Figure";
import type { IconName } from "../../kit/Icon";
import { Status } from "../../kit/Status";

/** In the order in which they are shown everywhere. */
export const remedies: readonly Remedy[] = ["refund", "exchange", "free_repair", "paid_repair"];

/** More than these are counted, not named. */
const NAMED_NEEDS_MAX = 3;

/** An outcome as it is shown. */
type Shown = Outcome | "not_needed" | "nothing_to_repair";

const shapes: Record<Shown, { icon: IconName; tone: Tone }> = {
  granted: { icon: "full", tone: "ok" },
  needs: { icon: "half", tone: "due" },
  denied: { icon: "empty", tone: "plain" },
  not_needed: { icon: "dash", tone: "plain" },
  nothing_to_repair: { icon: "dash", tone: "plain" },
};

export function OutcomeWord(props: { verdict: Verdict; remedy: Remedy; className?: string | undefined }) {
  const text = useOutcomeText();
  const shown = outcomeShown(props.verdict, props.remedy);
  return (
    <Status {...shapes[shown]} className={props.className}>
      {text(props.verdict, props.remedy)}
    </Status>
  );
}

/** An outcome in words, with what is missing. */
export function useOutcomeText(): (verdict: Verdict, remedy: Remedy) => string {
  const { t } = useWords();
  const needsText = useNeedsText();
  return (verdict, remedy) => {
    const shown = outcomeShown(verdict, remedy);
    if (shown !== "needs") return t(`outcome-${shown}`);
    return t("outcome-needs-what", { what: needsText(verdict.remedies[remedy].needs) });
  };
}

/** What is missing: named while it is little, else counted. */
export function useNeedsText(): (needs: readonly Need[]) => string {
  const { t } = useWords();
  return (needs) =>
    needs.length <= NAMED_NEEDS_MAX
      ? needs.map((need) => t(`need-${need}`)).join(t("list-separator"))
      : t("outcome-needs-count", { count: needs.length });
}

/**
 * A paid repair that is denied inside the warranty is not refused: nobody needs it. And where no fault was found there is
 * nothing to repair. The same words stand on paper (forms/determination.rs).
 */
function outcomeShown(verdict: Verdict, remedy: Remedy): Shown {
  const { outcome } = verdict.remedies[remedy];
  const isOfNothing = (remedy === "paid_repair" && outcome === "granted") || (remedy === "free_repair" && outcome === "denied");
  if (isOfNothing && isWithoutFault(verdict)) return "nothing_to_repair";
  return remedy === "paid_repair" && outcome === "denied" && !verdict.outside_policy ? "not_needed" : outcome;
}

/** The grounds by which a diagnosis found nothing that a repair could mend. */
const withoutFault: readonly string[] = ["ground-operates_normally", "ground-within_specification", "ground-no_fault_found"];

function isWithoutFault(verdict: Verdict): boolean {
  const diagnosed = verdict.grounds.filter((ground) => ground.facts.includes("findings"));
  return diagnosed.length > 0 && diagnosed.every((ground) => withoutFault.includes(ground.id));
}

/** The last day of a remedy with what it was before the roll; the repairs have that of the cover. */
export function lastDayOf(
  verdict: Verdict,
  remedy: Remedy,
): Pick<RemedyVerdict, "last_day" | "nominal_last_day" | "calendar_status"> {
  if (remedy !== "free_repair") return verdict.remedies[remedy];
  const { cover } = verdict;
  return { last_day: cover.last_covered_day, nominal_last_day: cover.nominal_end, calendar_status: cover.calendar_status };
}

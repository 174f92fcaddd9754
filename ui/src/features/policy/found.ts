import type { Catalogue } from "../../i18n/catalogue";
import type { Clause, PackPage, ReadingLine } from "../../ipc/types.generated";
import { personName } from "../../trade/person";
import { clauseName } from "../../trade/packs";

/** The clauses and readings of a pack that say every word of a text, in whatever language; all for no text. */
export function foundIn({ say, t }: Catalogue, page: PackPage, text: string): { clauses: Clause[]; readings: ReadingLine[] } {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const says = (parts: readonly string[]) => {
    const whole = plain(parts.join(" "));
    return wanted.every((word) => whole.includes(word));
  };
  return {
    clauses: page.clauses.filter(({ id, summary }) => says([id, summary.zh, summary.en, say(`clause-${clauseName(id)}`, {}, "")])),
    readings: page.readings.filter(({ number, says: words, level, switch: name, signature }) =>
      says([
        String(number),
        words.zh,
        words.en,
        name,
        say(`reading-${number}`, {}, ""),
        say(`level-${level}`, {}, level),
        signature === null ? say("reading-unsigned", {}, "") : personName(t, signature.signed_by),
      ]),
    ),
  };
}

/** Letters of either width and case are the same when one searches. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

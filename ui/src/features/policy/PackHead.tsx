import { useWords } from "../../i18n/i18n";
import type { PackRow } from "../../ipc/types.generated";
import { Facts, Panel, Section } from "../../kit/Page";
import { Status } from "../../kit/Status";
import { BothLanguages } from "../../trade/BothLanguages";
import { Code, Day } from "../../trade/words";
import css from "./Policy.module.css";

/** Which pack it is, whom it serves, and what prevails over it. */
export function PackHead(props: { row: PackRow }) {
  const { page, in_force, installed_at, signed_by } = props.row;
  const { t, times, language } = useWords();
  const { reference, title } = page;
  return (
    <Panel label={t("pack-which")}>
      <Section title={language === "en" ? title.en : title.zh} hint={language === "en" ? title.zh : title.en}>
        <Facts
          items={[
            [t("pack-version"), `${reference.id} ${reference.version}`],
            [
              t("pack-standing"),
              in_force ? (
                <Status key="standing" icon="full" tone="ok">
                  {t("pack-in-force")}
                </Status>
              ) : (
                <Status key="standing" icon="empty" tone="plain">
                  {t("pack-not-in-force")}
                </Status>
              ),
            ],
            [t("pack-serves"), <Serves key="serves" from={page.effective_from} to={page.effective_to} />],
            [t("pack-supersedes"), page.supersedes ?? "—"],
            [t("pack-installed"), installed_at === null ? t("pack-shipped") : times.instant(installed_at)],
            ...(signed_by === null ? [] : [[t("pack-signed-key"), signed_by] as const]),
            [t("pack-hash"), <Code key="hash">{reference.hash}</Code>],
          ]}
        />
        <p className={css["source"]}>
          {t("pack-source")} <span lang="en">{page.source}</span>
        </p>
      </Section>
      <Section title={t("pack-ranks")} className={css["ranks"]}>
        <ol className={css["lines"]}>
          {page.ranks
            .toSorted((one, other) => one.order - other.order)
            .map((rank) => (
              <li key={rank.source} className={css["line"]}>
                <span className={css["number"]}>{rank.order}</span>
                <strong>{t(`rank-${rank.source}`)}</strong>
                <BothLanguages words={rank.says} />
              </li>
            ))}
        </ol>
      </Section>
    </Panel>
  );
}

function Serves(props: { from: string | null; to: string | null }) {
  const { t } = useWords();
  const { from, to } = props;
  if (from === null && to === null) return t("pack-serves-all");
  return (
    <>
      {from === null ? t("pack-serves-early") : <Day date={from} />} – {to === null ? t("pack-serves-late") : <Day date={to} />}
    </>
  );
}

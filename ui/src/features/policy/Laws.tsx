// Other law as packs: what it provides, for whom and within what time. It raises notes beside a determination
// and never changes one.

import { useWords } from "../../i18n/i18n";
import type { LawRow, Provision } from "../../ipc/types.generated";
import { Facts, Panel, Section } from "../../kit/Page";
import { BothLanguages } from "../../trade/BothLanguages";
import css from "./Policy.module.css";

export function Laws(props: { laws: readonly LawRow[] }) {
  const { t } = useWords();
  return (
    <Panel>
      <h2 id="pack-laws" tabIndex={-1} className={css["heading"]}>
        {t("pack-laws")} <small>{t("pack-laws-hint")}</small>
      </h2>
      {props.laws.map((law) => (
        <Law key={law.page.reference.hash} law={law} />
      ))}
    </Panel>
  );
}

function Law(props: { law: LawRow }) {
  const { page, in_force } = props.law;
  const { t, language } = useWords();
  const { id, version } = page.reference;
  return (
    <Section
      title={language === "en" ? page.title.en : page.title.zh}
      hint={in_force ? `${id} ${version}` : `${id} ${version} · ${t("pack-law-not-in-force")}`}
      className={css["law"]}
    >
      <ol className={css["lines"]}>
        {page.provisions.map((provision) => (
          <ProvisionLine key={provision.id} provision={provision} />
        ))}
      </ol>
    </Section>
  );
}

function ProvisionLine(props: { provision: Provision }) {
  const { provision } = props;
  const { t } = useWords();
  const { buyer, purchase_channel, within_days, within_months } = provision;
  const within = [
    within_days === null ? null : t("fact_value-days", { count: within_days }),
    within_months === null ? null : t("fact_value-months", { count: within_months }),
  ].filter((limit) => limit !== null);
  return (
    <li className={css["line"]}>
      <span />
      <strong>{provision.law}</strong>
      <div className={css["says"]}>
        <BothLanguages words={provision.says} />
        <Facts
          items={[
            [
              t("pack-law-who"),
              [
                buyer === null ? t("pack-law-anyone") : t(`buyer-${buyer}`),
                purchase_channel === null ? t("pack-law-any_way") : t(`purchase_channel-${purchase_channel}`),
              ].join(t("list-separator")),
            ],
            [t("pack-law-within"), within.length === 0 ? t("pack-law-no_limit") : within.join(t("list-separator"))],
            [t("pack-law-confidence"), t(`confidence-${provision.confidence}`)],
            [t("pack-law-countries"), provision.countries.join(" ")],
          ]}
        />
      </div>
    </li>
  );
}

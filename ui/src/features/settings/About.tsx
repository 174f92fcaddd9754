import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { Station } from "../../ipc/types.generated";
import { Facts, Panel, Section } from "../../kit/Page";

/** Which program, which station, which policy pack. */
export function About(props: { station: Station }) {
  const { station } = props;
  const { t } = useWords();
  return (
    <Panel>
      <Section title={t("settings-about")} hint={<Link to="/policy">{t("pack-open")}</Link>}>
        <Facts
          items={[
            [t("about-version"), `Nightbench ${station.version}`],
            [t("about-station"), station.identity === null ? "—" : `${station.identity.centre}-${station.identity.series}`],
            [t("about-policy"), `${station.policy.id} ${station.policy.version}`],
            [
              t("about-hash"),
              <span key="hash" className="mono">
                {station.policy.hash}
              </span>,
            ],
          ]}
        />
      </Section>
    </Panel>
  );
}

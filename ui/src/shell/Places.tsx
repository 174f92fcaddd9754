// The places of the program, each with its Alt+digit.

import { Link, useNavigate } from "@tanstack/react-router";
import { useWords } from "../i18n/i18n";
import { useRead } from "../ipc/ipc";
import { Icon } from "../kit/Icon";
import { useKeys } from "../kit/keys";
import css from "./Places.module.css";

// In the order of their keys: where one looks is where one presses.
const places = [
  { to: "/", name: "place-bench", keys: "Alt+1" },
  { to: "/intake", name: "place-intake", keys: "Alt+2" },
  { to: "/tickets", name: "place-tickets", keys: "Alt+3" },
  { to: "/board", name: "place-board", keys: "Alt+O" },
  { to: "/week", name: "week-title", keys: "Alt+W" },
  { to: "/decisions", name: "place-decisions", keys: "Alt+D" },
  { to: "/duties", name: "place-duties", keys: "Alt+T" },
  { to: "/units", name: "place-units", keys: "Alt+4" },
  { to: "/register", name: "place-register", keys: "Alt+5" },
  { to: "/settings", name: "place-settings", keys: "Alt+6" },
  { to: "/policy", name: "place-policy", keys: "Alt+7" },
  { to: "/parcels", name: "place-consignment", keys: "Alt+8" },
  { to: "/masters", name: "place-masters", keys: "Alt+9" },
  { to: "/places", name: "place-places", keys: "Alt+0" },
  { to: "/parts", name: "place-parts", keys: "Alt+P" },
  { to: "/enquiries", name: "place-enquiries", keys: "Alt+E" },
  { to: "/authorisations", name: "place-authorisations", keys: "Alt+R" },
] as const;

export function Places() {
  const { t } = useWords();
  const navigate = useNavigate();
  const counts = useRead("bench_today", null).data?.counts;
  const duties = useRead("duty_counts", null).data;
  useKeys([
    ...places.map((place) => ({
      id: place.name,
      keys: place.keys,
      label: t(place.name),
      scope: "everywhere" as const,
      run: () => void navigate({ to: place.to }),
    })),
    {
      id: "new-enquiry",
      keys: "Alt+Q",
      label: t("key-new-enquiry"),
      scope: "everywhere",
      run: () => void navigate({ to: "/enquiries/new", search: {} }),
    },
  ]);
  return (
    <nav className={css["places"]} aria-label={t("places-label")}>
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className={css["place"]}
          activeProps={{ className: css["here"] }}
          activeOptions={{ exact: place.to === "/", includeSearch: false }}
          aria-keyshortcuts={place.keys}
        >
          <span>{t(place.name)}</span>
          {place.to === "/board" && counts !== undefined && counts.overdue > 0 ? (
            <span className={css["overdue"]}>
              <Icon name="triangle" /> {counts.overdue}
              <span className="visually-hidden"> {t("state-overdue")}</span>
            </span>
          ) : place.to === "/decisions" && counts !== undefined && counts.decisions > 0 ? (
            <span className={css["waiting"]}>
              <Icon name="half" /> {counts.decisions}
              <span className="visually-hidden"> {t("decisions-figure")}</span>
            </span>
          ) : place.to === "/duties" && duties !== undefined && duties.overdue > 0 ? (
            <span className={css["overdue"]}>
              <Icon name="triangle" /> {duties.overdue}
              {duties.has_more && "+"}
              <span className="visually-hidden"> {t("state-overdue")}</span>
            </span>
          ) : (
            <span className={css["keys"]} aria-hidden="true">
              {place.keys.replace("+", " ")}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

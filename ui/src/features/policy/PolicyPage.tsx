// What a policy pack says, as a person reads it: its terms, its clauses in both languages and how the doubtful
// places are read, by whose word. It shows the pack; what a claim is granted by it is shown with the claim.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { LawRow, PackRow, PackShelf } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys, type KeyAction } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { Empty, Page } from "../../kit/Page";
import { SearchField } from "../../kit/SearchField";
import { Select } from "../../kit/Select";
import { failureText } from "../../trade/failure";
import { packRefusalText } from "../../trade/packRefusal";
import { Clauses } from "./Clauses";
import { foundIn } from "./found";
import { Laws } from "./Laws";
import { PackHead } from "./PackHead";
import css from "./Policy.module.css";
import { Readings } from "./Readings";
import { Terms } from "./Terms";

export function PolicyPage() {
  const words = useWords();
  const shelf = useRead("policy_list", null);
  if (shelf.error !== null) return <Notice tone="over" title={failureText(words, shelf.error)} />;
  return shelf.data === undefined ? null : <Shelf shelf={shelf.data} />;
}

const sections = [
  { id: "pack-terms", keys: "1", name: "pack-terms" },
  { id: "pack-clauses", keys: "2", name: "pack-clauses" },
  { id: "pack-readings", keys: "3", name: "pack-readings" },
  { id: "pack-laws", keys: "4", name: "pack-laws" },
] as const;

function Shelf(props: { shelf: PackShelf }) {
  const { policies } = props.shelf;
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const search = useSearch({ from: "/policy" });
  const body = useRef<HTMLDivElement>(null);
  const row = policies.find(({ page }) => page.reference.hash === search.pack) ?? policies.find((one) => one.in_force) ?? policies[0];
  const { clause, reading } = search;
  const [text, setText] = useState("");

  // Follows the address: one comes from a clause or a reading and is taken to it.
  useEffect(() => {
    const id = clause !== undefined ? `clause ${clause}` : reading !== undefined ? `reading ${reading}` : null;
    const target = id === null ? null : body.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`);
    target?.scrollIntoView({ block: "center" });
    target?.focus();
  }, [clause, reading]);

  const to = (id: string) => {
    const heading = document.getElementById(id);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus();
  };
  useKeys([
    {
      id: "pack-search",
      keys: "/",
      label: t("pack-search"),
      scope: "screen",
      run: () => body.current?.querySelector<HTMLElement>("input[type=search]")?.focus(),
    },
    {
      id: "pack-compare",
      keys: "C",
      label: t("compare-open"),
      scope: "screen",
      run: () => void navigate({ to: "/policy/compare" }),
    },
    ...sections.map(
      (section): KeyAction => ({ id: section.id, keys: section.keys, label: t(section.name), scope: "screen", run: () => to(section.id) }),
    ),
  ]);

  if (row === undefined) return <Empty title={t("pack-none")}>{t("pack-none-hint")}</Empty>;
  return (
    <div ref={body}>
      <Page
        title={t("place-policy")}
        sub={t("pack-sub")}
        aside={
          <>
            <Button keys="C" onPress={() => void navigate({ to: "/policy/compare" })}>
              {t("compare-open")}
            </Button>
            <SearchField label={t("pack-search")} value={text} onChange={setText} />
            {policies.length > 1 && (
              <Select
                name="pack"
                label={t("pack-choose")}
                value={row.page.reference.hash}
                options={policies.map((one) => ({ value: one.page.reference.hash, label: packLabel(one, t("pack-in-force")) }))}
                onChange={(pack) => void navigate({ to: "/policy", search: { pack }, replace: true })}
                placeholder={t("choose")}
              />
            )}
          </>
        }
      >
        {props.shelf.set_aside.map((pack) => (
          <Notice key={`${pack.id} ${pack.version}`} tone={pack.is_overtaken ? "info" : "due"} title={t("named-value", { name: t("pack-set_aside"), value: `${pack.id} ${pack.version}` })}>
            {t(pack.is_overtaken ? "pack-overtaken" : "pack-missed")} <small>{packRefusalText(words, pack.refused)}</small>
          </Notice>
        ))}
        <Pack row={row} laws={props.shelf.laws} text={text} clause={clause} reading={reading} />
      </Page>
    </div>
  );
}

function packLabel({ page, in_force }: PackRow, inForce: string): string {
  const { id, version } = page.reference;
  return in_force ? `${id} ${version} · ${inForce}` : `${id} ${version}`;
}

function Pack(props: {
  row: PackRow;
  laws: readonly LawRow[];
  text: string;
  clause: string | undefined;
  reading: string | undefined;
}) {
  const { row, text } = props;
  const words = useWords();
  const { t } = words;
  const found = foundIn(words, row.page, text);
  const isSearch = text.trim() !== "";
  if (isSearch && found.clauses.length === 0 && found.readings.length === 0) {
    return (
      <Empty icon="search" title={t("search-none")}>
        {t("pack-search-none-hint")}
      </Empty>
    );
  }
  return (
    <div className={css["pack"]}>
      {!isSearch && <PackHead row={row} />}
      {!isSearch && <Terms page={row.page} />}
      {found.clauses.length > 0 && <Clauses clauses={found.clauses} at={props.clause} />}
      {found.readings.length > 0 && <Readings readings={found.readings} at={props.reading} />}
      {!isSearch && props.laws.length > 0 && <Laws laws={props.laws} />}
    </div>
  );
}

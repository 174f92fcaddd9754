// One box for everything: commands of this screen and the places, work orders, serials. What is typed is
// searched on this computer at once.

import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { Text } from "react-aria-components/Text";
import { useWords } from "../i18n/i18n";
import { useLiveRead } from "../ipc/ipc";
import type { Hit } from "../ipc/types.generated";
import { cx } from "../kit/cx";
import { Kbd } from "../kit/Kbd";
import { useKeyActions } from "../kit/keys";
import { useDebounced } from "../kit/useDebounced";
import { addressInLink } from "../features/board/view";
import { useScanDesk } from "../trade/scanDesk";
import { Code, CycleStatus } from "../trade/words";
import css from "./Palette.module.css";

const SEARCH_AFTER_MS = 60;
const FOUND_MAX = 12;

/** The screens that stand in no side list. */
const screens = [
  { to: "/line", name: "hq-title" },
  { to: "/settings/calendar", name: "palette-calendar" },
  { to: "/settings/bench", name: "catalogue-title" },
  { to: "/places/stocktake", name: "stocktake-title" },
  { to: "/policy/compare", name: "compare-title" },
] as const;

export function Palette(props: { text: string; onClose: () => void }) {
  const { onClose } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const resolve = useScanDesk();
  const [text, setText] = useState(props.text);
  const wanted = useDebounced(text.trim(), SEARCH_AFTER_MS);
  const isSearch = wanted.length >= 2;
  const hits = useLiveRead("search", { text: wanted, limit: FOUND_MAX }, isSearch).data ?? [];
  const typed = text.trim().toLowerCase();
  const actions = useKeyActions().filter(
    (action) => action.id !== "palette" && action.id !== "shortcuts-mark" && action.label.toLowerCase().includes(typed),
  );
  const others = screens.filter((one) => typed !== "" && t(one.name).toLowerCase().includes(typed));
  const found = isSearch ? hits : [];
  const address = addressInLink(text);

  const act = (key: string) => {
    onClose();
    const hit = found.find((one) => hitKey(one) === key);
    if (hit !== undefined) {
      if (hit.kind === "ticket") void navigate({ to: "/tickets/$id", params: { id: hit.row.id } });
      else if (hit.kind === "enquiry") void navigate({ to: "/enquiries/$id", params: { id: hit.row.id } });
      else void navigate({ to: "/units/$serial", params: { serial: hit.sale.serial } });
      return;
    }
    if (key === LINK && address !== null) {
      void navigate({ to: "/board", search: address });
      return;
    }
    if (key === RESOLVE) {
      resolve(text);
      return;
    }
    const other = others.find((one) => one.to === key);
    if (other !== undefined) void navigate({ to: other.to });
    else actions.find((action) => action.id === key)?.run();
  };

  const code = typed !== "" && address === null && (
    <ListBoxSection className={cx(css["section"])}>
      <Header className={cx(css["header"])}>{t("palette-code")}</Header>
      <ListBoxItem id={RESOLVE} className={cx(css["item"])} textValue={text}>
        <Text slot="label">{t("palette-resolve", { text })}</Text>
      </ListBoxItem>
    </ListBoxSection>
  );
  // Most codes have a digit; a word is rather a command.
  const isCode = /\d/u.test(typed);

  return (
    <ModalOverlay
      className={cx(css["overlay"])}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={cx(css["modal"])}>
        <Dialog className={cx(css["dialog"])} aria-label={t("find-label")} data-passes-scans="">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField className={cx(css["field"])} autoFocus>
              <Label className="visually-hidden">{t("find-label")}</Label>
              <Input className={cx(css["input"])} placeholder={t("find-hint")} autoComplete="off" spellCheck="false" />
            </SearchField>
            <ListBox
              className={cx(css["list"])}
              aria-label={t("palette-results")}
              onAction={(key) => act(String(key))}
              selectionMode="none"
              renderEmptyState={() => <p className={css["none"]}>{t("search-none")}</p>}
            >
              {found.length > 0 && (
                <ListBoxSection className={cx(css["section"])}>
                  <Header className={cx(css["header"])}>{t("palette-found")}</Header>
                  {found.map((hit) => (
                    <ListBoxItem key={hitKey(hit)} id={hitKey(hit)} className={cx(css["item"])} textValue={hitText(hit)}>
                      <HitLine hit={hit} />
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
              {address !== null && (
                <ListBoxItem id={LINK} className={cx(css["item"])} textValue={text}>
                  <Text slot="label">{t("board-link-open")}</Text>
                </ListBoxItem>
              )}
              {isCode && code}
              {actions.length + others.length > 0 && (
                <ListBoxSection className={cx(css["section"])}>
                  <Header className={cx(css["header"])}>{t("palette-commands")}</Header>
                  {actions.map((action) => (
                    <ListBoxItem key={action.id} id={action.id} className={cx(css["item"])} textValue={action.label}>
                      <Text slot="label">{action.label}</Text>
                      <span className={css["keys"]}>
                        <Kbd keys={action.keys} />
                      </span>
                    </ListBoxItem>
                  ))}
                  {others.map((one) => (
                    <ListBoxItem key={one.to} id={one.to} className={cx(css["item"])} textValue={t(one.name)}>
                      <Text slot="label">{t(one.name)}</Text>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
              {!isCode && code}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Opens what was typed as if it had been scanned. */
const RESOLVE = "resolve";
const LINK = "link";

function HitLine(props: { hit: Hit }) {
  const { hit } = props;
  const { t, times } = useWords();
  if (hit.kind === "sale") {
    return (
      <>
        <Text slot="label">
          <Code>{hit.sale.serial}</Code>
        </Text>
        <Text slot="description" className={cx(css["grow"])}>
          {hit.sale.model} {hit.sale.customer}
        </Text>
        <small>{t("place-register")}</small>
      </>
    );
  }
  if (hit.kind === "enquiry") {
    return (
      <>
        <Text slot="label">{hit.row.customer}</Text>
        <Text slot="description" className={cx(css["grow"])}>
          {hit.row.words}
        </Text>
        <small>
          {t("place-enquiries")} · {times.instant(hit.row.received_at)}
        </small>
      </>
    );
  }
  return (
    <>
      <Text slot="label">
        <Code>{hit.row.rma}</Code>
      </Text>
      <Text slot="description" className={cx(css["grow"])}>
        {hit.row.model} {hit.row.customer}
      </Text>
      <CycleStatus state={hit.row.state} />
    </>
  );
}

function hitKey(hit: Hit): string {
  return hit.kind === "sale" ? `sale ${hit.sale.serial}` : `${hit.kind} ${hit.row.id}`;
}

function hitText(hit: Hit): string {
  if (hit.kind === "enquiry") return `${hit.row.customer} ${hit.row.words}`;
  return hit.kind === "ticket" ? `${hit.row.rma} ${hit.row.model}` : `${hit.sale.serial} ${hit.sale.model}`;
}

// Who works here: listed, added, changed, given a PIN or a badge. Who may do that is the back end's to say.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import type { Settings, UserRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Notice } from "../../kit/Notice";
import { Panel, Section } from "../../kit/Page";
import { Segments } from "../../kit/Segments";
import { BadgesDialog } from "./BadgesDialog";
import css from "./People.module.css";
import { PersonDialog } from "./PersonDialog";
import { PinDialog } from "./PinDialog";

type Open = { kind: "person"; person: UserRow | null } | { kind: "pin"; person: UserRow } | { kind: "badges" } | null;

const lockMinutes: readonly number[] = [0, 5, 15, 30];

export function People(props: { settings: Settings; onLockMinutes: (minutes: number) => void }) {
  const { t } = useWords();
  const people = useRead("user_list", null).data;
  const session = useRead("session_get", null).data;
  const [open, setOpen] = useState<Open>(null);
  if (people === undefined || session === undefined) return null;
  const { lock_minutes: minutes } = props.settings;
  const choices = lockMinutes.includes(minutes) ? lockMinutes : [...lockMinutes, minutes];
  return (
    <Panel>
      <Section title={t("settings-people")}>
        {people.length === 0 && (
          <Notice tone="info" title={t("people-why")}>
            {t("people-first")}
          </Notice>
        )}
        {people.length > 0 && (
          <ul className={css["people"]} aria-label={t("people-list")}>
            {people.map((person) => (
              <Person
                key={person.id}
                person={person}
                mayChange={session.may_manage}
                maySetPin={session.may_manage || session.user?.id === person.id}
                onOpen={setOpen}
              />
            ))}
          </ul>
        )}
        <div className={css["foot"]}>
          <Button
            disabledReason={session.may_manage ? null : t("people-ask-manager")}
            onPress={() => setOpen({ kind: "person", person: null })}
          >
            {t("people-add")}
          </Button>
          {people.some((person) => person.is_active) && (
            <Button
              disabledReason={session.may_manage ? null : t("people-ask-manager")}
              onPress={() => setOpen({ kind: "badges" })}
            >
              {t("badges-title")}
            </Button>
          )}
          {people.length > 0 && (
            <div className={css["lock"]}>
              <span aria-hidden="true">{t("field-lock_minutes")}</span>
              <Segments
                isDisabled={!session.may_manage}
                label={t("field-lock_minutes")}
                value={String(minutes)}
                options={choices.map((choice) => ({
                  value: String(choice),
                  label: choice === 0 ? t("lock-never") : t("lock-after", { minutes: choice }),
                }))}
                onChange={(chosen) => props.onLockMinutes(Number(chosen))}
              />
            </div>
          )}
        </div>
      </Section>
      {open?.kind === "person" && (
        <PersonDialog
          person={open.person}
          isFirst={people.length === 0}
          onClose={() => setOpen(null)}
          onSaved={(saved) => setOpen(saved.has_pin || saved.has_badge || !saved.is_active ? null : { kind: "pin", person: saved })}
        />
      )}
      {open?.kind === "badges" && <BadgesDialog people={people} onClose={() => setOpen(null)} />}
      {open?.kind === "pin" && <PinDialog person={open.person} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function Person(props: { person: UserRow; mayChange: boolean; maySetPin: boolean; onOpen: (open: Open) => void }) {
  const { person, onOpen } = props;
  const { t } = useWords();
  const has = [...(person.has_pin ? [t("people-has-pin")] : []), ...(person.has_badge ? [t("people-has-badge")] : [])];
  const signs = has.length === 0 ? t("people-has-neither") : has.join(" · ");
  const refusal = t("people-ask-manager");
  return (
    <li className={css["person"]} data-left={person.is_active ? undefined : ""}>
      <span className={css["name"]}>{person.name}</span>
      <span className={css["what"]}>
        {t(`role-${person.role}`)} · {person.is_active ? signs : t("people-left")}
      </span>
      <span className={css["does"]}>
        {person.is_active && (
          <Button
            kind="quiet"
            label={t("people-set-pin", { name: person.name })}
            disabledReason={props.maySetPin ? null : refusal}
            onPress={() => onOpen({ kind: "pin", person })}
          >
            {t("people-set-pin-short")}
          </Button>
        )}
        <Button
          kind="quiet"
          label={t("people-change", { name: person.name })}
          disabledReason={props.mayChange ? null : refusal}
          onPress={() => onOpen({ kind: "person", person })}
        >
          {t("people-change-short")}
        </Button>
      </span>
    </li>
  );
}

// Who it is, and the proof: the same for signing in and for a second person. The focus stays in the PIN: digits
// are the PIN, letters and arrows choose the person, a scan is a badge. Nothing is decided here.

import { useRef, useState, type KeyboardEvent } from "react";
import { useWords } from "../i18n/i18n";
import type { UserRow } from "../ipc/types.generated";
import { Button } from "../kit/Button";
import { focusField, TextField } from "../kit/Field";
import { PickList } from "../kit/PickList";
import css from "./PersonPin.module.css";

/** What somebody shows to prove that they are there. */
export type Proof = { user: string; pin: string } | { badge: string };

/** How long the letters of one name belong together, in milliseconds. */
const LETTERS_TOGETHER_MS = 900;

export function PersonPin(props: {
  people: readonly UserRow[];
  /** Whom it is most likely to be. */
  start: string | null;
  confirm: string;
  /** How it is done by keyboard and badge, and what a badge does here. */
  how: string;
  /** What was wrong with the last proof. */
  error: string | null;
  onProve: (proof: Proof) => void;
}) {
  const { people } = props;
  const { t } = useWords();
  const likely = people.find((person) => person.id === props.start) ?? people[0];
  const [chosen, setChosen] = useState(likely?.id ?? null);
  const [pin, setPin] = useState("");
  const letters = useRef({ text: "", at: 0 });
  const hands = useRef<HTMLDivElement>(null);

  const prove = (proof: Proof) => {
    setPin("");
    props.onProve(proof);
  };
  const byPin = () => {
    if (chosen !== null && pin !== "") prove({ user: chosen, pin });
  };
  const step = (by: number) => {
    const at = people.findIndex((person) => person.id === chosen);
    const next = people[(at + by + people.length) % people.length];
    if (next !== undefined) setChosen(next.id);
  };
  const spell = (letter: string, at: number) => {
    const goesOn = at - letters.current.at < LETTERS_TOGETHER_MS;
    const text = (goesOn ? letters.current.text : "") + letter.toLowerCase();
    letters.current = { text, at };
    const found = people.find((person) => person.spellings.some((spelling) => spelling.startsWith(text)));
    if (found !== undefined) setChosen(found.id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (/^\p{Letter}$/u.test(event.key)) spell(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };

  return (
    <div className={css["person"]}>
      <PickList
        label={t("session-people")}
        value={chosen}
        options={people.map((person) => ({ value: person.id, label: person.name, word: t(`role-${person.role}`) }))}
        onChange={(person) => {
          setChosen(person);
          // A pointer that chose a name has taken the focus along; what is typed next is the PIN.
          if (hands.current !== null) focusField(hands.current, "pin");
        }}
      />
      <p className={css["how"]}>{props.how}</p>
      <div ref={hands} className={css["proof"]}>
        {/* The keys of the field that are no PIN; the field itself is inside. */}
        <div className={css["pin"]} onKeyDownCapture={onKey}>
          <TextField
            name="pin"
            label={t("field-pin")}
            note={t("field-pin-note")}
            error={props.error}
            value={pin}
            onChange={setPin}
            onEnter={byPin}
            onScan={(badge) => prove({ badge })}
            inputMode="numeric"
            isSecret
            autoFocus
          />
        </div>
        <Button kind="primary" onPress={byPin}>
          {props.confirm}
        </Button>
      </div>
    </div>
  );
}

// The centre's card: what stands on every form.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import { useWrite } from "../../ipc/ipc";
import type { CentreCard } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { Panel, Section } from "../../kit/Page";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import css from "./Settings.module.css";

const fields = ["name_zh", "name_en", "address_zh", "address_en", "phone", "hours", "zone", "country"] as const;

export function CentreForm(props: { centre: CentreCard }) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const [typed, setTyped] = useState<Partial<CentreCard>>({});
  const describe = useWrite("centre_describe");
  const card = { ...props.centre, ...typed };
  const isChanged = fields.some((name) => card[name] !== props.centre[name]);
  const save = () =>
    describe.mutate(card, {
      onSuccess: () => {
        setTyped({});
        toast({ text: t("centre-saved") });
      },
      onError: (failure) => toast({ tone: "trouble", text: failureText(words, failure) }),
    });
  return (
    <Panel>
      <Section title={t("settings-centre")} hint={t("settings-centre-hint")}>
        <div className={css["pair"]}>
          {fields.map((name) => (
            <TextField
              key={name}
              name={`centre.${name}`}
              className={name.startsWith("address") ? css["wide"] : undefined}
              label={t(`centre-${name}`)}
              value={card[name]}
              onChange={(text) => setTyped((now) => ({ ...now, [name]: text }))}
            />
          ))}
        </div>
        <div className={css["buttons"]}>
          <Button kind="primary" disabledReason={isChanged ? null : t("nothing-changed")} onPress={save}>
            {t("centre-save")}
          </Button>
        </div>
      </Section>
    </Panel>
  );
}

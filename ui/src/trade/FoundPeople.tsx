// People on record whose phone number ends in what was typed, to take with one key instead of typing them again.

import { useWords } from "../i18n/i18n";
import { useLiveRead } from "../ipc/ipc";
import type { Customer } from "../ipc/types.generated";
import { Button } from "../kit/Button";
import { useDebounced } from "../kit/useDebounced";

const FIND_AFTER_MS = 150;

export function FoundPeople(props: { phone: string; className: string | undefined; onTake: (customer: Customer) => void }) {
  const { t } = useWords();
  const phone = useDebounced(props.phone, FIND_AFTER_MS);
  const isLong = phone.replace(/[^0-9]/g, "").length >= 4;
  const found = useLiveRead("customer_find", { phone_tail: phone }, isLong).data ?? [];
  if (!isLong || found.length === 0) return null;
  return (
    <div className={props.className} role="group" aria-label={t("customer-found")}>
      {t("customer-found")}:{" "}
      {found.map((one) => (
        <Button
          key={one.id}
          kind="quiet"
          label={`${t("customer-take", { name: one.customer.name })} ${one.phone_masked}`}
          onPress={() => props.onTake(one.customer)}
        >
          {one.customer.name} {one.phone_masked}
        </Button>
      ))}
    </div>
  );
}

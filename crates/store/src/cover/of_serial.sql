WITH RECURSIVE holder (serial) AS (
  VALUES (:serial)
  UNION
  SELECT cover_entry.serial FROM holder JOIN cover_entry ON cover_entry.by_serial = holder.serial
)
SELECT cover_entry.serial AS serial, entry, part, terms, by_serial, completed_on
FROM holder CROSS JOIN cover_entry ON cover_entry.serial = holder.serial
ORDER BY cover_entry.rowid

UPDATE ticket SET target_on = :target_on, limit_on = :limit_on, calendar_status = :calendar_status,
  calendar_hash = :calendar_hash
WHERE id = :id
  AND (target_on, limit_on, calendar_status, calendar_hash)
      <> (:target_on, :limit_on, :calendar_status, :calendar_hash)

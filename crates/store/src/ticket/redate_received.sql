UPDATE ticket SET target_on = :target_on, limit_on = :limit_on, calendar_status = :calendar_status,
  calendar_hash = :calendar_hash
WHERE id IN (SELECT id FROM intake WHERE received_on = :received_on AND calendar IS :calendar)
  AND +is_open = 1
  AND (target_on, limit_on, calendar_status, calendar_hash)
      <> (:target_on, :limit_on, :calendar_status, :calendar_hash)

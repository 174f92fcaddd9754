INSERT INTO ticket (
  id, serial, status, is_open, cancel_reason, opened_at, target_on, limit_on, calendar_status, calendar_hash
) VALUES (
  :id, :serial, :status, :is_open, '', :opened_at, :target_on, :limit_on, :calendar_status, :calendar_hash
)

INSERT INTO custody (ticket, place, holder, since, seen_at) VALUES (:ticket, :place, :holder, :since, :seen_at)
ON CONFLICT (ticket) DO UPDATE SET
  place = excluded.place, holder = excluded.holder, since = excluded.since, seen_at = excluded.seen_at

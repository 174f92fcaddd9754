UPDATE stocktake SET state = :state, ended_at = :ended_at, found = :found, missing = :missing,
  unexpected = :unexpected, unknown = :unknown
WHERE id = :id AND state = 'open'

SELECT ticket FROM cover_entry WHERE by_serial = :serial
ORDER BY completed_on DESC, rowid DESC
LIMIT 1

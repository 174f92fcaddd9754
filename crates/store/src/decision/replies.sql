SELECT id, reply, reason, replied_by, replied_at, said_by, said_at, second FROM decision_reply
WHERE decision = :decision
ORDER BY replied_at, rowid

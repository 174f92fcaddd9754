SELECT id, ticket, made_at, facts, verdict, policy_id, policy_version, policy_hash, calendar_hash
FROM verdict
WHERE ticket = :ticket
ORDER BY made_at DESC, id DESC
LIMIT 1

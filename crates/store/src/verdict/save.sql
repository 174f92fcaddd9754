INSERT INTO verdict (
  id, ticket, made_at, facts, verdict, policy_id, policy_version, policy_hash, calendar_hash
) VALUES (
  :id, :ticket, :made_at, :facts, :verdict, :policy_id, :policy_version, :policy_hash, :calendar_hash
)

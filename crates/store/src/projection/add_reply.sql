INSERT INTO decision_reply (id, decision, reply, reason, replied_by, replied_at, said_by, said_at, second)
VALUES (:id, :decision, :reply, :reason, :replied_by, :replied_at, :said_by, :said_at, :second)
ON CONFLICT (id) DO NOTHING

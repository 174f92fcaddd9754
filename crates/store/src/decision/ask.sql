INSERT INTO decision (id, ticket, kind, clause, reading, remedies, excuses, evidence, words, asked_by, asked_of, asked_at,
                      due_on, verdict, state, is_standing)
VALUES (:id, :ticket, :kind, :clause, :reading, :remedies, :excuses, :evidence, :words, :asked_by, :asked_of, :asked_at,
        :due_on, :verdict, 'asked', 1)

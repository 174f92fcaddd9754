INSERT INTO resolution (
  id, ticket, resolution, reason, note, chosen_by, chosen_on, chosen_words, decided_by, decided_at
) VALUES (
  :id, :ticket, :resolution, :reason, :note, :chosen_by, :chosen_on, :chosen_words, :decided_by, :decided_at
)

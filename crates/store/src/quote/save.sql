INSERT INTO quote (id, ticket, revision, state, terms, valid_until, reviewed_by, review, made_by, made_at, issued_by,
                   issued_on, issued_at, answer, answered_by, answered_at)
VALUES (:id, :ticket, NULL, 'draft', :terms, :valid_until, '', '', :made_by, :made_at, '', NULL, NULL, 'null', '', NULL)
ON CONFLICT (id) DO UPDATE SET terms = excluded.terms, valid_until = excluded.valid_until, reviewed_by = '',
  review = '', made_by = excluded.made_by, made_at = excluded.made_at

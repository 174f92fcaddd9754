UPDATE quote SET state = 'issued', revision = :revision, issued_by = :issued_by, issued_on = :issued_on,
  issued_at = :issued_at
WHERE id = :id AND state = 'draft'

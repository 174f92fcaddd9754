UPDATE quote SET reviewed_by = :reviewed_by, review = :review WHERE id = :id AND state = 'draft'

SELECT hash FROM journal WHERE chain = :chain AND seq = :seq

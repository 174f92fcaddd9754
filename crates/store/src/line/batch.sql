SELECT bytes FROM journal WHERE chain = :chain AND seq >= :first_seq ORDER BY seq LIMIT :rows

SELECT hash FROM twin WHERE chain = :chain AND seq = :seq

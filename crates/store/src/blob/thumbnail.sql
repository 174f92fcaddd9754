SELECT thumbnail FROM blob WHERE hash = :hash

SELECT size FROM blob WHERE hash = :hash

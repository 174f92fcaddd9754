SELECT size FROM blob WHERE hash = :hash AND is_elsewhere = 0

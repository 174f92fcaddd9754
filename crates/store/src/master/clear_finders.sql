DELETE FROM master_finder WHERE master = :master

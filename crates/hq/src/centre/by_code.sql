SELECT code, name, zone, country FROM centre WHERE code = $1

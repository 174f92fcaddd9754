UPDATE station SET series = :series, counter = 1, chain = :chain WHERE one = 1

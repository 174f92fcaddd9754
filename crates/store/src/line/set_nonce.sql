UPDATE line SET nonce = :nonce WHERE one = 1

SELECT min(received_on) AS began_on FROM intake

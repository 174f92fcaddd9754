DELETE FROM stocktake_scan WHERE stocktake = :stocktake AND code = :code

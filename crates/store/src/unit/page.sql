-- Every serial this station knows, from the register or from an intake. Each side is cut to a page before they are
-- put together, so a long register costs no more than a short one.
WITH known (serial) AS (
  SELECT serial FROM (
    SELECT serial FROM sale
    WHERE serial >= :from AND serial < :beyond AND serial <> :after
    ORDER BY serial
    LIMIT :rows_max
  )
  UNION
  SELECT serial FROM (
    SELECT DISTINCT serial FROM intake
    WHERE serial >= :from AND serial < :beyond AND serial <> :after
    ORDER BY serial
    LIMIT :rows_max
  )
  ORDER BY serial
  LIMIT :rows_max
)
SELECT
  known.serial,
  coalesce(
    nullif(sale.model, ''),
    (SELECT intake.model FROM intake WHERE intake.serial = known.serial ORDER BY intake.received_at DESC LIMIT 1),
    ''
  ) AS model,
  coalesce(
    sale.product_class,
    (SELECT intake.product_class FROM intake WHERE intake.serial = known.serial ORDER BY intake.received_at DESC LIMIT 1)
  ) AS product_class,
  sale.serial IS NOT NULL AS is_registered,
  (SELECT count(*) FROM intake WHERE intake.serial = known.serial) AS tickets,
  (
    SELECT intake.rma
    FROM ticket
    JOIN intake ON intake.id = ticket.id
    WHERE ticket.serial = known.serial AND ticket.is_open = 1
  ) AS open
FROM known
LEFT JOIN sale ON sale.serial = known.serial
ORDER BY known.serial

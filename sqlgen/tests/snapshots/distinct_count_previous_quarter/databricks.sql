SELECT
  COUNT(DISTINCT `ev_claim`.`customer_id`) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-06-30 23:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP)

SELECT
  AVG(
    CAST(TIMESTAMPDIFF(HOUR, `ev_claim`.`opened_at`, `ev_claim`.`closed_at`) AS DOUBLE)
  ) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

SELECT
  AVG(
    CAST(DATEDIFF(
      DAY,
      CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE),
      CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`closed_at`, 'Europe/Lisbon') AS DATE)
    ) AS DOUBLE)
  ) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

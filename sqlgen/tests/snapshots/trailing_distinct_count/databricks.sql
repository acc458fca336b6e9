SELECT
  `spine`.`bucket` AS `bucket`,
  COUNT(DISTINCT `ev_claim`.`customer_id`) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
JOIN (
  SELECT
    CAST(`steps`.`bucket` AS DATE) AS `bucket`,
    CAST(`steps`.`first_day` AS DATE) AS `first_day`,
    CAST(`steps`.`last_day` AS DATE) AS `last_day`
  FROM VALUES
    ('2025-11-18', '2025-11-12', '2025-11-18'),
    ('2025-11-19', '2025-11-13', '2025-11-19') AS `steps`(`bucket`, `first_day`, `last_day`)
) AS `spine`
  ON CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) >= `spine`.`first_day`
  AND CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) <= `spine`.`last_day`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-11-12 00:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
GROUP BY
  1
ORDER BY
  1 ASC

SELECT
  CAST(DATE_TRUNC('MONTH', FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon')) AS DATE) AS `bucket`,
  COUNT(`ev_visit`.`visit_id`) AS `value`
FROM `l3`.`ev_visit` AS `ev_visit`
LEFT JOIN `l3`.`ev_claim` AS `ev_claim`
  ON `ev_visit`.`claim_id` = `ev_claim`.`claim_id`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-01-01 00:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMP)
GROUP BY
  1
ORDER BY
  1 ASC

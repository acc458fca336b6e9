SELECT
  CAST(DATE_TRUNC('WEEK', FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon')) AS DATE) AS `bucket`,
  COALESCE(`ev_claim`.`channel`, 'Unknown') AS `channel`,
  COUNT(DISTINCT `ev_claim`.`customer_id`) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
GROUP BY
  GROUPING SETS (
    (1, 2),
    ()
  )
ORDER BY
  1 ASC,
  2 ASC NULLS LAST

SELECT
  'current' AS `period`,
  `bucket`,
  `value`
FROM (
  SELECT
    CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) AS `bucket`,
    COUNT(`ev_claim`.`claim_id`) AS `value`
  FROM `l3`.`ev_claim` AS `ev_claim`
  WHERE
    `ev_claim`.`opened_at` >= CAST('2025-11-13 00:00:00+00:00' AS TIMESTAMP)
    AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
  GROUP BY
    GROUPING SETS (
      (1),
      ()
    )
) AS `current`
UNION ALL
SELECT
  'previous' AS `period`,
  `bucket`,
  `value`
FROM (
  SELECT
    CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) AS `bucket`,
    COUNT(`ev_claim`.`claim_id`) AS `value`
  FROM `l3`.`ev_claim` AS `ev_claim`
  WHERE
    `ev_claim`.`opened_at` >= CAST('2025-11-06 00:00:00+00:00' AS TIMESTAMP)
    AND `ev_claim`.`opened_at` < CAST('2025-11-13 00:00:00+00:00' AS TIMESTAMP)
  GROUP BY
    GROUPING SETS (
      (1),
      ()
    )
) AS `previous`
ORDER BY
  2 ASC,
  1 ASC NULLS LAST

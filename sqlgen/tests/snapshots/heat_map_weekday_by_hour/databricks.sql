SELECT
  `weekday`,
  `hour`,
  `value`
FROM (
  SELECT
    COALESCE(
      CAST(EXTRACT(DAYOFWEEK_ISO FROM FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon')) AS STRING),
      'Unknown'
    ) AS `weekday`,
    COALESCE(
      CAST(EXTRACT(HOUR FROM FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon')) AS STRING),
      'Unknown'
    ) AS `hour`,
    COUNT(`ev_claim`.`claim_id`) AS `value`
  FROM `l3`.`ev_claim` AS `ev_claim`
  WHERE
    `ev_claim`.`opened_at` >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMP)
    AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
  GROUP BY
    1,
    2
) AS `answer`
ORDER BY
  3 DESC,
  1 ASC NULLS LAST,
  CAST(`hour` AS INT) ASC NULLS LAST

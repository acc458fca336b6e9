SELECT
  CAST(`ev_visit`.`visited_at` AS DATE) AS `bucket`,
  COUNT(`ev_visit`.`visit_id`) AS `value`
FROM `l3`.`ev_visit` AS `ev_visit`
WHERE
  `ev_visit`.`visited_at` >= CAST('2025-11-17 00:00:00' AS TIMESTAMP_NTZ)
  AND `ev_visit`.`visited_at` < CAST('2025-11-20 00:00:00' AS TIMESTAMP_NTZ)
GROUP BY
  1
ORDER BY
  1 ASC

SELECT
  `spine`.`bucket`,
  SUM(`daily`.`value`) AS `value`
FROM (
  SELECT
    CAST(`steps`.`bucket` AS DATE) AS `bucket`,
    CAST(`steps`.`first_day` AS DATE) AS `first_day`,
    CAST(`steps`.`last_day` AS DATE) AS `last_day`
  FROM VALUES
    ('2025-10-30', '2025-10-01', '2025-10-30'),
    ('2025-10-31', '2025-10-01', '2025-10-31'),
    ('2025-11-01', '2025-11-01', '2025-11-01'),
    ('2025-11-02', '2025-11-01', '2025-11-02') AS `steps`(`bucket`, `first_day`, `last_day`)
) AS `spine`
LEFT JOIN (
  SELECT
    CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) AS `bucket`,
    SUM(`ev_claim`.`cost`) AS `value`
  FROM `l3`.`ev_claim` AS `ev_claim`
  WHERE
    `ev_claim`.`opened_at` >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP)
    AND `ev_claim`.`opened_at` < CAST('2025-11-03 00:00:00+00:00' AS TIMESTAMP)
    AND `ev_claim`.`status` <> 'rejected'
  GROUP BY
    1
) AS `daily`
  ON `daily`.`bucket` >= `spine`.`first_day`
  AND `daily`.`bucket` <= `spine`.`last_day`
GROUP BY
  1
ORDER BY
  1 ASC

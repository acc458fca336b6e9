SELECT
  'current' AS `period`,
  `bucket`,
  `value`
FROM (
  SELECT
    `spine`.`bucket`,
    SUM(`daily`.`value`) AS `value`
  FROM (
    SELECT
      CAST(`steps`.`bucket` AS DATE) AS `bucket`,
      CAST(`steps`.`first_day` AS DATE) AS `first_day`,
      CAST(`steps`.`last_day` AS DATE) AS `last_day`
    FROM VALUES
      ('2025-11-18', '2025-10-22', '2025-11-18'),
      ('2025-11-19', '2025-10-23', '2025-11-19') AS `steps`(`bucket`, `first_day`, `last_day`)
  ) AS `spine`
  LEFT JOIN (
    SELECT
      CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) AS `bucket`,
      COUNT(`ev_claim`.`claim_id`) AS `value`
    FROM `l3`.`ev_claim` AS `ev_claim`
    WHERE
      `ev_claim`.`opened_at` >= CAST('2025-10-21 23:00:00+00:00' AS TIMESTAMP)
      AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
    GROUP BY
      1
  ) AS `daily`
    ON `daily`.`bucket` >= `spine`.`first_day`
    AND `daily`.`bucket` <= `spine`.`last_day`
  GROUP BY
    1
) AS `current`
UNION ALL
SELECT
  'previous' AS `period`,
  `bucket`,
  `value`
FROM (
  SELECT
    `spine`.`bucket`,
    SUM(`daily`.`value`) AS `value`
  FROM (
    SELECT
      CAST(`steps`.`bucket` AS DATE) AS `bucket`,
      CAST(`steps`.`first_day` AS DATE) AS `first_day`,
      CAST(`steps`.`last_day` AS DATE) AS `last_day`
    FROM VALUES
      ('2024-11-18', '2024-10-22', '2024-11-18'),
      ('2024-11-19', '2024-10-23', '2024-11-19') AS `steps`(`bucket`, `first_day`, `last_day`)
  ) AS `spine`
  LEFT JOIN (
    SELECT
      CAST(FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon') AS DATE) AS `bucket`,
      COUNT(`ev_claim`.`claim_id`) AS `value`
    FROM `l3`.`ev_claim` AS `ev_claim`
    WHERE
      `ev_claim`.`opened_at` >= CAST('2024-10-21 23:00:00+00:00' AS TIMESTAMP)
      AND `ev_claim`.`opened_at` < CAST('2024-11-20 00:00:00+00:00' AS TIMESTAMP)
    GROUP BY
      1
  ) AS `daily`
    ON `daily`.`bucket` >= `spine`.`first_day`
    AND `daily`.`bucket` <= `spine`.`last_day`
  GROUP BY
    1
) AS `previous`
ORDER BY
  2 ASC,
  1 ASC NULLS LAST

SELECT
  "spine"."bucket",
  SUM("daily"."value") AS "value"
FROM (
  SELECT
    CAST("steps"."bucket" AS DATE) AS "bucket",
    CAST("steps"."first_day" AS DATE) AS "first_day",
    CAST("steps"."last_day" AS DATE) AS "last_day"
  FROM (VALUES
    ('2025-01-01', '2025-01-01', '2025-01-31'),
    ('2025-02-01', '2025-02-01', '2025-02-28'),
    ('2025-03-01', '2025-03-01', '2025-03-31'),
    ('2025-04-01', '2025-04-01', '2025-04-30'),
    ('2025-05-01', '2025-05-01', '2025-05-31'),
    ('2025-06-01', '2025-06-01', '2025-06-30'),
    ('2025-07-01', '2025-07-01', '2025-07-31'),
    ('2025-08-01', '2025-08-01', '2025-08-31'),
    ('2025-09-01', '2025-09-01', '2025-09-30'),
    ('2025-10-01', '2025-10-01', '2025-10-31'),
    ('2025-11-01', '2025-11-01', '2025-11-20')) AS "steps"("bucket", "first_day", "last_day")
) AS "spine"
LEFT JOIN (
  SELECT
    "kpi_daily"."kpi_date" AS "bucket",
    SUM("kpi_daily"."cost") AS "value"
  FROM "l3"."kpi_daily" AS "kpi_daily"
  WHERE
    "kpi_daily"."kpi_date" >= CAST('2025-01-01' AS DATE)
    AND "kpi_daily"."kpi_date" < CAST('2025-11-21' AS DATE)
  GROUP BY
    1
) AS "daily"
  ON "daily"."bucket" >= "spine"."first_day"
  AND "daily"."bucket" <= "spine"."last_day"
GROUP BY
  1
ORDER BY
  1 ASC NULLS FIRST

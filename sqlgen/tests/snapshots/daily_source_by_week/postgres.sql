SELECT
  CAST(DATE_TRUNC('WEEK', CAST("kpi_daily"."kpi_date" AS TIMESTAMP)) AS DATE) AS "bucket",
  SUM("kpi_daily"."cost") AS "value"
FROM "l3"."kpi_daily" AS "kpi_daily"
WHERE
  "kpi_daily"."kpi_date" >= CAST('2025-09-22' AS DATE)
  AND "kpi_daily"."kpi_date" < CAST('2025-11-17' AS DATE)
GROUP BY
  1
ORDER BY
  1 ASC NULLS FIRST

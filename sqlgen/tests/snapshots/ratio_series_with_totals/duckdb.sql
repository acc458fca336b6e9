SELECT
  "bucket",
  "region",
  CAST(COALESCE(MAX(CASE WHEN "_part" = 'repeats' THEN "value" END), 0) AS DOUBLE) / NULLIF(COALESCE(MAX(CASE WHEN "_part" = 'claims' THEN "value" END), 0), 0) AS "value"
FROM (
  SELECT
    'repeats' AS "_part",
    "bucket",
    "region",
    "value"
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
      COALESCE("dim_region"."region_name", 'Unknown') AS "region",
      COUNT(CASE WHEN "ev_claim"."is_repeat" THEN 1 END) AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    LEFT JOIN "l3"."dim_region" AS "dim_region"
      ON "ev_claim"."region_id" = "dim_region"."region_id"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)
    GROUP BY
      GROUPING SETS (
        (1, 2),
        ()
      )
  ) AS "repeats"
  UNION ALL
  SELECT
    'claims' AS "_part",
    "bucket",
    "region",
    "value"
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
      COALESCE("dim_region"."region_name", 'Unknown') AS "region",
      COUNT("ev_claim"."claim_id") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    LEFT JOIN "l3"."dim_region" AS "dim_region"
      ON "ev_claim"."region_id" = "dim_region"."region_id"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)
    GROUP BY
      GROUPING SETS (
        (1, 2),
        ()
      )
  ) AS "claims"
) AS "parts"
GROUP BY
  1,
  2
ORDER BY
  1 ASC NULLS FIRST,
  2 ASC

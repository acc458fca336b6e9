SELECT
  "region",
  "value",
  "previous_value"
FROM (
  SELECT
    "region",
    MAX(CASE WHEN "period" = 'current' THEN "value" END) AS "value",
    MAX(CASE WHEN "period" = 'previous' THEN "value" END) AS "previous_value"
  FROM (
    SELECT
      'current' AS "period",
      "region",
      "value"
    FROM (
      SELECT
        COALESCE("dim_region"."region_name", 'Unknown') AS "region",
        SUM("ev_claim"."cost") AS "value"
      FROM "l3"."ev_claim" AS "ev_claim"
      LEFT JOIN "l3"."dim_region" AS "dim_region"
        ON "ev_claim"."region_id" = "dim_region"."region_id"
      WHERE
        "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
        AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
        AND "ev_claim"."status" <> 'rejected'
      GROUP BY
        1
    ) AS "current"
    UNION ALL
    SELECT
      'previous' AS "period",
      "region",
      "value"
    FROM (
      SELECT
        COALESCE("dim_region"."region_name", 'Unknown') AS "region",
        SUM("ev_claim"."cost") AS "value"
      FROM "l3"."ev_claim" AS "ev_claim"
      LEFT JOIN "l3"."dim_region" AS "dim_region"
        ON "ev_claim"."region_id" = "dim_region"."region_id"
      WHERE
        "ev_claim"."opened_at" >= CAST('2024-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
        AND "ev_claim"."opened_at" < CAST('2024-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
        AND "ev_claim"."status" <> 'rejected'
      GROUP BY
        1
    ) AS "previous"
  ) AS "periods"
  GROUP BY
    1
) AS "answer"
ORDER BY
  2 DESC NULLS LAST,
  "answer"."region" COLLATE "C" ASC
LIMIT 10

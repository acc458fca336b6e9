SELECT
  "spine"."bucket",
  "daily"."region",
  SUM("daily"."value") AS "value"
FROM (
  SELECT
    CAST("steps"."bucket" AS DATE) AS "bucket",
    CAST("steps"."first_day" AS DATE) AS "first_day",
    CAST("steps"."last_day" AS DATE) AS "last_day"
  FROM (VALUES
    ('2025-11-03', '2025-10-13', '2025-11-09'),
    ('2025-11-10', '2025-10-20', '2025-11-16')) AS "steps"("bucket", "first_day", "last_day")
) AS "spine"
JOIN (
  SELECT
    CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE) AS "bucket",
    COALESCE("dim_region"."region_name", 'Unknown') AS "region",
    COUNT("ev_claim"."claim_id") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  LEFT JOIN "l3"."dim_region" AS "dim_region"
    ON "ev_claim"."region_id" = "dim_region"."region_id"
  WHERE
    "ev_claim"."opened_at" >= CAST('2025-10-12 23:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2025-11-17 00:00:00+00:00' AS TIMESTAMPTZ)
  GROUP BY
    1,
    2
) AS "daily"
  ON "daily"."bucket" >= "spine"."first_day"
  AND "daily"."bucket" <= "spine"."last_day"
GROUP BY
  1,
  2
UNION ALL
SELECT
  CAST(NULL AS DATE) AS "bucket",
  CAST(NULL AS TEXT) AS "region",
  "value"
FROM (
  SELECT
    SUM("daily"."value") AS "value"
  FROM (
    SELECT
      CAST("steps"."bucket" AS DATE) AS "bucket",
      CAST("steps"."first_day" AS DATE) AS "first_day",
      CAST("steps"."last_day" AS DATE) AS "last_day"
    FROM (VALUES
      ('2025-11-16', '2025-10-20', '2025-11-16')) AS "steps"("bucket", "first_day", "last_day")
  ) AS "spine"
  LEFT JOIN (
    SELECT
      CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE) AS "bucket",
      COUNT("ev_claim"."claim_id") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-10-19 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-17 00:00:00+00:00' AS TIMESTAMPTZ)
    GROUP BY
      1
  ) AS "daily"
    ON "daily"."bucket" >= "spine"."first_day"
    AND "daily"."bucket" <= "spine"."last_day"
) AS "last"
ORDER BY
  1 ASC NULLS FIRST,
  2 ASC

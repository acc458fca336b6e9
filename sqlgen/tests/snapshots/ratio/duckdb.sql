SELECT
  CAST(COALESCE(MAX(CASE WHEN "_part" = 'repeats' THEN "value" END), 0) AS DOUBLE) / NULLIF(COALESCE(MAX(CASE WHEN "_part" = 'claims' THEN "value" END), 0), 0) AS "value"
FROM (
  SELECT
    'repeats' AS "_part",
    "value"
  FROM (
    SELECT
      COUNT(CASE WHEN "ev_claim"."is_repeat" THEN 1 END) AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
  ) AS "repeats"
  UNION ALL
  SELECT
    'claims' AS "_part",
    "value"
  FROM (
    SELECT
      COUNT("ev_claim"."claim_id") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
  ) AS "claims"
) AS "parts"

SELECT
  "channel",
  COALESCE(MAX(CASE WHEN "_part" = 'claims' THEN "value" END), 0) - COALESCE(MAX(CASE WHEN "_part" = 'repeats' THEN "value" END), 0) AS "value"
FROM (
  SELECT
    'claims' AS "_part",
    "channel",
    "value"
  FROM (
    SELECT
      COALESCE("ev_claim"."channel", 'Unknown') AS "channel",
      COUNT("ev_claim"."claim_id") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
    GROUP BY
      1
  ) AS "claims"
  UNION ALL
  SELECT
    'repeats' AS "_part",
    "channel",
    "value"
  FROM (
    SELECT
      COALESCE("ev_claim"."channel", 'Unknown') AS "channel",
      COUNT(CASE WHEN "ev_claim"."is_repeat" THEN 1 END) AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
    GROUP BY
      1
  ) AS "repeats"
) AS "parts"
GROUP BY
  1
ORDER BY
  2 DESC,
  1 ASC

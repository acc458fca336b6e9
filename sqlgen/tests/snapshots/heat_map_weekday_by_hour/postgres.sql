SELECT
  "weekday",
  "hour",
  "value"
FROM (
  SELECT
    COALESCE(
      CAST(EXTRACT(ISODOW FROM "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS TEXT),
      'Unknown'
    ) AS "weekday",
    COALESCE(
      CAST(EXTRACT(HOUR FROM "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS TEXT),
      'Unknown'
    ) AS "hour",
    COUNT("ev_claim"."claim_id") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  WHERE
    "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
  GROUP BY
    1,
    2
) AS "answer"
ORDER BY
  3 DESC NULLS LAST,
  1 ASC,
  CAST("hour" AS INT) ASC

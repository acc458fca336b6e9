SELECT
  AVG(
    CAST(CAST(TRUNC(
      (
        CAST(EXTRACT(EPOCH FROM "ev_claim"."closed_at") AS DOUBLE) - CAST(EXTRACT(EPOCH FROM "ev_claim"."opened_at") AS DOUBLE)
      ) / 3600
    ) AS BIGINT) AS DOUBLE)
  ) AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

SELECT
  AVG(
    CAST(DATE_DIFF(
      'DAY',
      CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE),
      CAST("ev_claim"."closed_at" AT TIME ZONE 'Europe/Lisbon' AS DATE)
    ) AS DOUBLE)
  ) AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

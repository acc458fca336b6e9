--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the local day
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | cut to the day, then a date
SELECT date_trunc('day', opened_at AT TIME ZONE 'Europe/Lisbon')::date AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY bucket ORDER BY bucket

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "month"} | the local month
SELECT CAST(DATE_TRUNC('MONTH', FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "month"} | TRUNC gives a date
SELECT TRUNC(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon'), 'MM') AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY TRUNC(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon'), 'MM')

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "week"} | by CONVERT_TIMEZONE
SELECT CAST(DATE_TRUNC('week', CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', opened_at)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | the week of the local day
SELECT CAST(DATE_TRUNC('week', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "grain": "quarter"} | of days
SELECT DATE_TRUNC('quarter', kpi_date)::date AS bucket, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "grain": "day"} | days as they are kept
SELECT kpi_date AS bucket, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY kpi_date

--- faithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01", "grain": "month"} | the local month
SELECT date_trunc('month', raised_at AT TIME ZONE 'Europe/Lisbon')::date AS bucket, COUNT(*) AS value FROM ops.alert WHERE raised_at >= '2025-09-30 23:00:00+00:00' AND raised_at < '2025-11-01 00:00:00+00:00' GROUP BY 1

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month", "dimensions": ["region"]} | month and region
SELECT CAST(DATE_TRUNC('month', c.opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COALESCE(r.region_name, 'Unknown') AS region, SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON r.region_id = c.region_id WHERE c.status <> 'rejected' AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2 ORDER BY 1, 2

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | days of the session's zone
SELECT CAST(opened_at AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | days of another zone
SELECT CAST(opened_at AT TIME ZONE 'UTC' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | converted twice
SELECT CAST(opened_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | weeks instead of months
SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | a month of UTC, told in the zone
SELECT CAST(DATE_TRUNC('month', opened_at) AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | the number of the month
SELECT EXTRACT(MONTH FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | by the day it was closed
SELECT CAST(closed_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | no bucket
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a bucket nobody asked for
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "grain": "week"} | an instant of the session's zone, not a date
SELECT DATE_TRUNC('week', kpi_date) AS bucket, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | days put together into months
WITH d AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT CAST(DATE_TRUNC('month', day) AS DATE) AS bucket, SUM(claims) AS value FROM d GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | days put together into years
WITH d AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT CAST(DATE_TRUNC('year', day) AS DATE) AS bucket, SUM(claims) AS value FROM d GROUP BY 1

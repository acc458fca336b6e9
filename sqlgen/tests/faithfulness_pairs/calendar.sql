--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2026-01-01"} | year, and months in a list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') IN (10, 11, 12)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2026-01-01"} | year, and months between
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') BETWEEN 10 AND 12 AND YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | year and month by DATE_PART in both parts
SELECT CAST((SELECT COUNT(c.claim_id) FROM l3_claims.ev_claim c WHERE DATE_PART('year', c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND DATE_PART('month', c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10 AND c.is_repeat) AS DOUBLE) / NULLIF((SELECT COUNT(c.claim_id) FROM l3_claims.ev_claim c WHERE DATE_PART('year', c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND DATE_PART('month', c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10), 0) AS value

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | year and month of the local day
SELECT TO_DATE(FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon')) AS bucket, COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c WHERE YEAR(FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon')) = 2025 AND MONTH(FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon')) = 10 GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2026-01-01"} | year and quarter
SELECT COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c WHERE YEAR(FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon')) = 2025 AND QUARTER(FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon')) = 4

--- faithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | year and month of the day
SELECT COALESCE(region_name, 'Unknown') AS region, SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE EXTRACT(YEAR FROM kpi_date) = 2025 AND EXTRACT(MONTH FROM kpi_date) = 10 GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the month of every year
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year or month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 OR MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year here and month in UTC
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'UTC') = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year and month of the closing
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.closed_at AT TIME ZONE 'Europe/Lisbon') = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2026-01-01"} | a month of the quarter is left out
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') IN (10, 12)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2026-01-01"} | the first of the quarter's months is left out
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') > 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the month before as one number
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') * 100 + MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 202509

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year and month are not these
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE NOT (YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | the year is left out below the line
SELECT CAST((SELECT COUNT(c.claim_id) FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10 AND c.is_repeat) AS DOUBLE) / NULLIF((SELECT COUNT(c.claim_id) FROM l3_claims.ev_claim c WHERE MONTH(c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10), 0) AS value

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | year and month of the session's day
SELECT TO_DATE(FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon')) AS bucket, COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at) = 2025 AND MONTH(c.opened_at) = 10 GROUP BY 1

--- unfaithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01"} | another quarter
SELECT SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE EXTRACT(YEAR FROM kpi_date) = 2025 AND EXTRACT(QUARTER FROM kpi_date) = 4

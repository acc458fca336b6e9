--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a month back from the end
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-11-01' - INTERVAL 1 MONTH AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-11-01'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | until a day before the end, that day taken in
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) BETWEEN DATE '2025-10-01' AND DATE '2025-11-01' - 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | moved days as instants of the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= (DATE '2025-11-01' - INTERVAL '1 month') AT TIME ZONE 'Europe/Lisbon' AND opened_at < (TIMESTAMP '2025-10-01 00:00:00' + INTERVAL 31 DAYS) AT TIME ZONE 'Europe/Lisbon'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | DATE_ADD, and the interval first
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= INTERVAL '-7' DAY + DATE '2025-10-08' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE_ADD(DATE '2025-10-01', INTERVAL 31 DAY)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | moved twice, by a quarter and a month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= CAST(DATE '2025-12-01' - INTERVAL 1 QUARTER + INTERVAL 1 MONTH AS DATE) AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < CAST('2024-11-01' AS DATE) + INTERVAL 1 YEAR

--- faithful | claim_volume | duckdb | {"window": "2025-02-28..2025-03-31"} | a month from the 31st, cut to the month's last
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-01-31' + INTERVAL 1 MONTH AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-03-31'

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | DATE_SUB and DATE_ADD
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= DATE_SUB(DATE '2025-11-01', 31) AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < DATE_ADD(DATE '2025-10-01', 31)

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | ADD_MONTHS, and a day by INTERVAL
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= ADD_MONTHS(DATE '2025-11-01', -1) AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < DATE '2025-10-31' + INTERVAL 1 DAY

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | moved days beside a day's column
SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-11-01' - INTERVAL '1 month' AND kpi_date < DATE '2025-10-01' + 31

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | moved days as instants of the zone
SELECT COUNT(claim_id) AS value FROM l3.ev_claim WHERE opened_at >= (DATE '2025-11-01' - INTERVAL '1 month') AT TIME ZONE 'Europe/Lisbon' AND opened_at < ('2025-10-31'::date + 1)::timestamp AT TIME ZONE 'Europe/Lisbon'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | moved by as many hours
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < (TIMESTAMP '2025-10-01 00:00:00' + INTERVAL 744 HOUR) AT TIME ZONE 'Europe/Lisbon'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | thirty days for a month of 31
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-10-01' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-10-01' + INTERVAL 30 DAY

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a moved end is taken in
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-10-01' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) <= DATE '2025-10-01' + INTERVAL 1 MONTH

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a day short
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) BETWEEN DATE '2025-10-01' AND DATE '2025-11-01' - 2

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | moved the wrong way
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-11-01' - INTERVAL '-1 month' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-11-01'

--- unfaithful | claim_volume | duckdb | {"window": "2025-03-03..2025-04-01"} | a month from the 31st does not run over into March
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-01-31' + INTERVAL 1 MONTH AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-04-01'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | an instant moved by the session's days
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= TIMESTAMPTZ '2025-10-30 23:00:00+00:00' - INTERVAL 1 MONTH AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | moved days of the session's zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= DATE '2025-11-01' - INTERVAL 1 MONTH AND opened_at < DATE '2025-11-01'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | moved days as instants of UTC
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= (DATE '2025-11-01' - INTERVAL 1 MONTH) AT TIME ZONE 'UTC' AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the column is moved
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) + INTERVAL 1 DAY >= DATE '2025-10-01' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-11-01'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | days back from the engine's day
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= CURRENT_DATE - INTERVAL 31 DAY AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < CURRENT_DATE

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | an hour more
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < (TIMESTAMP '2025-11-01 00:00:00' + INTERVAL 1 HOUR) AT TIME ZONE 'Europe/Lisbon'

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | ADD_MONTHS by one too many
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= ADD_MONTHS(DATE '2025-11-01', -2) AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < DATE '2025-11-01'

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | DATE_SUB for DATE_ADD
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= DATE '2025-10-01' AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < DATE_SUB(DATE '2025-10-01', 31)

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | an instant moved by the session's days
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-10-31 23:00:00+00:00' AS TIMESTAMP) - INTERVAL 31 DAY AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | a moved end is taken in
SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date <= DATE '2025-10-01' + INTERVAL '1 month'

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | days back from the engine's day
SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= CURRENT_DATE - 31 AND kpi_date < CURRENT_DATE

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a wall clock moved by the month's hours on it
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at AT TIME ZONE 'Europe/Lisbon' >= TIMESTAMP '2025-10-01 00:00:00' AND opened_at AT TIME ZONE 'Europe/Lisbon' < TIMESTAMP '2025-10-01 00:00:00' + INTERVAL 744 HOUR

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | an hour more, which the clock change has
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at AT TIME ZONE 'Europe/Lisbon' >= TIMESTAMP '2025-10-01 00:00:00' AND opened_at AT TIME ZONE 'Europe/Lisbon' < TIMESTAMP '2025-10-01 00:00:00' + INTERVAL 745 HOUR

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | an instant moved by hours
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) + INTERVAL 744 HOUR

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | a day of Databricks moved by hours is an instant
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= DATE '2025-10-01' AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < DATE '2025-10-01' + INTERVAL 744 HOUR

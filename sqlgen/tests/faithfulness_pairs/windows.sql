--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | typed literals, Z for the offset
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= TIMESTAMPTZ '2025-09-30T23:00:00Z' AND opened_at < TIMESTAMPTZ '2025-11-01T00:00:00Z'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the local offset written out
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-10-01 00:00:00+01:00'::timestamptz AND opened_at < '2025-11-01 00:00:00+00'::timestamptz

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | plain texts with their offset
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00' AND opened_at < '2025-11-01 00:00:00+00:00'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the constant first
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) <= opened_at AND CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) > opened_at

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a wall clock put in the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= TIMESTAMP '2025-10-01 00:00:00' AT TIME ZONE 'Europe/Lisbon' AND opened_at < TIMESTAMP '2025-11-01 00:00:00' AT TIME ZONE 'Europe/Lisbon'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | local days of the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-10-01' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-11-01'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | BETWEEN local days
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) BETWEEN '2025-10-01' AND '2025-10-31'

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | BETWEEN local days
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) BETWEEN DATE '2025-10-01' AND DATE '2025-10-31'

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | local days by to_date
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE TO_DATE(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) >= '2025-10-01' AND TO_DATE(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) <= '2025-10-31'

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | NOT (before OR after)
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE NOT (opened_at < '2025-09-30 23:00:00+00:00' OR opened_at >= '2025-11-01 00:00:00+00:00')

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | split between a CTE and the query
WITH recent AS (SELECT * FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00') SELECT COUNT(*) AS value FROM recent WHERE opened_at < '2025-11-01 00:00:00+00:00'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the local wall clock
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE timezone('Europe/Lisbon', opened_at) >= TIMESTAMP '2025-10-01 00:00:00' AND timezone('Europe/Lisbon', opened_at) < TIMESTAMP '2025-11-01 00:00:00'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | starts in the month, in the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE DATE_TRUNC('month', opened_at AT TIME ZONE 'Europe/Lisbon') = TIMESTAMP '2025-10-01'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the end is taken in
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00' AND opened_at <= '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the start is left out
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at > '2025-09-30 23:00:00+00:00' AND opened_at < '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | BETWEEN takes in the end
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at BETWEEN TIMESTAMPTZ '2025-09-30 23:00:00+00:00' AND TIMESTAMPTZ '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | until a second before the end
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at BETWEEN TIMESTAMPTZ '2025-09-30 23:00:00+00:00' AND TIMESTAMPTZ '2025-10-31 23:59:59+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | days of UTC, not of the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-10-01 00:00:00+00:00' AND opened_at < '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | days of the session's zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= DATE '2025-10-01' AND opened_at < DATE '2025-11-01'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a wall clock without a zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-10-01 00:00:00' AND opened_at < '2025-11-01 00:00:00'

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | a wall clock without a zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= TIMESTAMP '2025-10-01 00:00:00' AND opened_at < TIMESTAMP '2025-11-01 00:00:00'

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | days of the session's zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AS DATE) BETWEEN DATE '2025-10-01' AND DATE '2025-10-31'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | local days of another zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Paris' AS DATE) BETWEEN '2025-10-01' AND '2025-10-31'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | no start
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at < '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | no end
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | no window
SELECT COUNT(*) AS value FROM l3_claims.ev_claim

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | an hour too long
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00' AND opened_at < '2025-11-01 01:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a year before
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2024-09-30 23:00:00+00:00' AND opened_at < '2024-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the wrong time column
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE closed_at >= '2025-09-30 23:00:00+00:00' AND closed_at < '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | relative to now
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CURRENT_TIMESTAMP - INTERVAL '30' DAY AND opened_at < CURRENT_TIMESTAMP

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | either bound
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00' OR opened_at < '2025-11-01 00:00:00+00:00'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the month of every year
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE EXTRACT(MONTH FROM opened_at AT TIME ZONE 'Europe/Lisbon') = 10

--- unfaithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01"} | TIMESTAMP drops the offset
SELECT COUNT(*) AS value FROM ops.alert WHERE raised_at >= TIMESTAMP '2025-09-30 23:00:00+00:00' AND raised_at < TIMESTAMP '2025-11-01 00:00:00+00:00'

--- faithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01"} | a text with the zone's name
SELECT COUNT(*) AS value FROM ops.alert WHERE raised_at >= '2025-10-01 00:00:00 Europe/Lisbon' AND raised_at < '2025-11-01 00:00:00 Europe/Lisbon'

--- faithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01"} | local days
SELECT COUNT(alert_id) AS value FROM ops.alert a WHERE (a.raised_at AT TIME ZONE 'Europe/Lisbon')::date BETWEEN DATE '2025-10-01' AND DATE '2025-10-31'

--- unfaithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01"} | when it was acknowledged
SELECT COUNT(*) AS value FROM ops.alert WHERE acknowledged_at >= '2025-09-30 23:00:00+00:00' AND acknowledged_at < '2025-11-01 00:00:00+00:00'

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | a day before as the last
SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date > '2025-09-30' AND kpi_date <= '2025-10-31'

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | midnights compared with days
SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= TIMESTAMP '2025-10-01 00:00:00' AND kpi_date < CAST('2025-11-01' AS DATE)

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | a day too few
SELECT SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= '2025-10-01' AND kpi_date < '2025-10-31'

--- faithful | example:visits | duckdb | {"window": "2025-10-01..2025-11-01"} | a local timestamp
SELECT COUNT(visit_id) AS value FROM l3.ev_visit WHERE visited_at >= TIMESTAMP '2025-10-01' AND visited_at < DATE '2025-11-01'

--- faithful | example:visits | duckdb | {"window": "2025-10-01..2025-11-01"} | days of a local timestamp
SELECT COUNT(visit_id) AS value FROM l3.ev_visit WHERE visited_at::DATE BETWEEN '2025-10-01' AND '2025-10-31'

--- unfaithful | example:visits | duckdb | {"window": "2025-10-01..2025-11-01"} | a local timestamp compared with an instant
SELECT COUNT(visit_id) AS value FROM l3.ev_visit WHERE visited_at >= TIMESTAMPTZ '2025-09-30 23:00:00+00:00' AND visited_at < TIMESTAMPTZ '2025-11-01 00:00:00+00:00'

--- unfaithful | example:visits | duckdb | {"window": "2025-10-01..2025-11-01"} | BETWEEN of a local timestamp drops the last day
SELECT COUNT(visit_id) AS value FROM l3.ev_visit WHERE visited_at BETWEEN '2025-10-01' AND '2025-10-31'

--- faithful | example:visits_by_claim_day | duckdb | {"window": "2025-10-01..2025-11-01"} | the time of a joined table
SELECT COUNT(v.visit_id) AS value FROM l3.ev_visit v JOIN l3.ev_claim c ON c.claim_id = v.claim_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | example:visits_by_claim_day | duckdb | {"window": "2025-10-01..2025-11-01"} | the visit's own time
SELECT COUNT(v.visit_id) AS value FROM l3.ev_visit v JOIN l3.ev_claim c ON c.claim_id = v.claim_id WHERE v.visited_at >= '2025-10-01' AND v.visited_at < '2025-11-01'

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | the format swaps day and month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= TO_DATE('2025-10-01', 'yyyy-dd-MM') AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < TO_DATE('2025-11-01', 'yyyy-dd-MM')

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | days with their usual format
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) >= TO_DATE('2025-10-01', 'yyyy-MM-dd') AND CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) < TO_DATE('2025-11-01', 'yyyy-MM-dd')

--- unfaithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01"} | a date AT TIME ZONE starts at the session's midnight
SELECT COUNT(alert_id) AS value FROM ops.alert WHERE raised_at >= DATE '2025-10-01' AT TIME ZONE 'Europe/Lisbon' AND raised_at < DATE '2025-11-01' AT TIME ZONE 'Europe/Lisbon'

--- faithful | alerts_raised | postgres | {"window": "2025-10-01..2025-11-01"} | a timestamp AT TIME ZONE
SELECT COUNT(alert_id) AS value FROM ops.alert WHERE raised_at >= TIMESTAMP '2025-10-01 00:00:00' AT TIME ZONE 'Europe/Lisbon' AND raised_at < TIMESTAMP '2025-11-01 00:00:00' AT TIME ZONE 'Europe/Lisbon'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the end by an interval
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-10-01' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-10-01' + INTERVAL '1' MONTH

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | a wall clock of UTC, told in the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', CAST('2025-10-01 00:00:00' AS TIMESTAMP_NTZ)) AND opened_at < CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', CAST('2025-11-01 00:00:00' AS TIMESTAMP_NTZ))

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | days of UTC, told in the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', DATE '2025-10-01') AND opened_at < CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', DATE '2025-11-01')

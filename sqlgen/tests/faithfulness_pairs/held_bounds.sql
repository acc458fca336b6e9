--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds in a CTE that is cross joined
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | local days in a CTE, joined by them
WITH b AS (SELECT DATE '2025-10-01' AS lo, DATE '2025-11-01' AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim JOIN b ON CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= b.lo AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < b.hi

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds' CTE first
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM b, l3_claims.ev_claim AS c WHERE c.opened_at >= lo AND c.opened_at < hi

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds as queries for one value
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= (SELECT lo FROM b) AND opened_at < (SELECT hi FROM b)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds' names become instants where they are compared
WITH b AS (SELECT DATE '2025-10-01' AS lo, DATE '2025-11-01' AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim JOIN b ON opened_at >= CAST(b.lo AS TIMESTAMP) AT TIME ZONE 'Europe/Lisbon' AND opened_at < CAST(b.hi AS TIMESTAMP) AT TIME ZONE 'Europe/Lisbon'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the end is reckoned from the start
WITH s AS (SELECT DATE '2025-10-01' AS lo), b AS (SELECT lo, lo + INTERVAL 1 MONTH AS hi FROM s) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= b.lo AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < b.hi

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the bounds beside a dimension's join
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim AS c CROSS JOIN b LEFT JOIN l3_claims.dim_region AS r ON c.region_id = r.region_id WHERE c.opened_at >= b.lo AND c.opened_at < b.hi GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | the bounds as texts with their offset
WITH b AS (SELECT '2025-09-30 23:00:00+00:00' AS lo, '2025-11-01 00:00:00+00:00' AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | local days in a CTE, the last taken in
WITH b AS (SELECT DATE '2025-10-01' AS first_day, DATE '2025-10-31' AS last_day) SELECT COUNT(*) AS value FROM l3_claims.ev_claim JOIN b ON CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) BETWEEN b.first_day AND b.last_day

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | days in a CTE
WITH b AS (SELECT DATE '2025-10-01' AS lo, DATE '2025-11-01' AS hi) SELECT SUM(claims_opened) AS value FROM ops.kpi_daily AS k JOIN b ON k.kpi_date >= b.lo AND k.kpi_date < b.hi

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | the bounds in a nested query
SELECT COUNT(claim_id) AS value FROM l3.ev_claim AS c, (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) AS b WHERE c.opened_at >= b.lo AND c.opened_at < b.hi

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | both parts within the held bounds
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi), n AS (SELECT COUNT(*) AS x FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi AND is_repeat), d AS (SELECT COUNT(*) AS x FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi) SELECT n.x / NULLIF(d.x, 0) AS value FROM n CROSS JOIN d

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | beside the row of each status
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c JOIN (SELECT status FROM l3_claims.ev_claim GROUP BY 1) AS s ON c.status >= s.status WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds twice, which counts twice
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi UNION ALL SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ), CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | the bounds twice, which counts twice
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AS hi UNION ALL SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP), CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds once for each region
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi, region_id AS id FROM l3_claims.dim_region) SELECT COUNT(*) AS value FROM l3_claims.ev_claim JOIN b ON opened_at >= b.lo AND opened_at < b.hi AND claim_id >= b.id - 99

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds' row is left out
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi WHERE 1 = 0) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | none of the bounds' rows
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi LIMIT 0) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds' row only where there are many claims
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi FROM l3_claims.ev_claim HAVING COUNT(*) > 1000000) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds' row that HAVING leaves out
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi HAVING 1 = 0) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a day more in the CTE
WITH b AS (SELECT DATE '2025-10-01' AS lo, DATE '2025-11-02' AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim JOIN b ON CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= b.lo AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the CTE's end is taken in
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at <= b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the CTE's bounds changed about
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.hi AND opened_at < b.lo

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds are held and not used
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE b.lo < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | an outer join keeps rows outside of the bounds
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim LEFT JOIN b ON opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | after the start or before the end
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim JOIN b ON opened_at >= b.lo OR opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | held days beside instants
WITH b AS (SELECT DATE '2025-10-01' AS lo, DATE '2025-11-01' AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | held texts beside instants, which DuckDB compares to none
WITH b AS (SELECT '2025-09-30 23:00:00+00:00' AS lo, '2025-11-01 00:00:00+00:00' AS hi) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | held texts beside instants, which PostgreSQL compares to none
WITH b AS (SELECT '2025-09-30 23:00:00+00:00' AS lo, '2025-11-01 00:00:00+00:00' AS hi) SELECT COUNT(claim_id) AS value FROM l3.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the bounds are those of the rows
WITH b AS (SELECT MIN(opened_at) AS lo, MAX(opened_at) AS hi FROM l3_claims.ev_claim) SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01"} | days in a CTE, the end taken in
WITH b AS (SELECT DATE '2025-10-01' AS lo, DATE '2025-11-01' AS hi) SELECT SUM(claims_opened) AS value FROM ops.kpi_daily AS k JOIN b ON k.kpi_date BETWEEN b.lo AND b.hi

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | a day more, moved in the CTE
WITH b AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, (DATE '2025-10-01' + INTERVAL '32 days') AT TIME ZONE 'Europe/Lisbon' AS hi) SELECT COUNT(claim_id) AS value FROM l3.ev_claim CROSS JOIN b WHERE opened_at >= b.lo AND opened_at < b.hi

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | the bounds twice, which counts twice
SELECT COUNT(claim_id) AS value FROM l3.ev_claim AS c, (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS lo, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS hi UNION ALL SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ), CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) AS b WHERE c.opened_at >= b.lo AND c.opened_at < b.hi

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING COUNT(*) > 0, as every group has
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(*) > 0

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING that a group has a row
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1 HAVING 1 <= COUNT(c.claim_id)

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING COUNT(*) that is not nought
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(c.claim_id) AS value FROM l3.ev_claim c LEFT JOIN l3.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(*) <> 0 OR SUM(c.cost) > 5

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING by the value's name
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING value > 0

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-06..2025-10-08", "dimensions": ["region"]} | HAVING more than one row
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= '2025-10-05 23:00:00+00:00' AND c.opened_at < '2025-10-07 23:00:00+00:00' GROUP BY 1 HAVING COUNT(*) > 1

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING more than one row
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1 HAVING COUNT(*) >= 2

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING no row
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(*) < 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING a repeated claim
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(*) > 0 AND COUNT(*) FILTER (WHERE c.is_repeat) > 0

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["country"]} | HAVING a country
SELECT COALESCE(r.country, 'Unknown') AS country, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(r.country) > 0

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING a region
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(c.claim_id) AS value FROM l3.ev_claim c LEFT JOIN l3.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(r.region_name) > 0

--- unfaithful | claim_volume | duckdb | {"window": "2023-01-01..2023-02-01"} | HAVING leaves the only row out
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= '2023-01-01 00:00:00+00:00' AND c.opened_at < '2023-02-01 00:00:00+00:00' HAVING COUNT(*) > 0

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING on sums of counts
WITH d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, c.status, COUNT(*) AS claims FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) SELECT region, SUM(claims) AS value FROM d GROUP BY 1 HAVING COUNT(*) > 3

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | a CTE's counts by region and status, added up by region
WITH d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, c.status, COUNT(*) AS claims FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2 HAVING COUNT(*) > 0) SELECT region, SUM(claims) AS value FROM d GROUP BY region

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the largest of a CTE's counts
WITH d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, c.status, COUNT(*) AS claims FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) SELECT region, MAX(claims) AS value FROM d GROUP BY region

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | by the value's name in Databricks
SELECT CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1 HAVING value > 0

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | more than one, by the value's name
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING value > 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | more than nine, under another name
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY bucket HAVING value > 9

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a name that is a column's too
SELECT bucket, satisfaction AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS satisfaction FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(*) > 0 AND satisfaction > 8) AS a

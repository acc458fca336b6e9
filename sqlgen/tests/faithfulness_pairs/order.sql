--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | the five largest
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY value DESC LIMIT 5

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | by the expression, ties by name
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1 ORDER BY COUNT(*) DESC, region LIMIT 5

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | around a nested query
SELECT region, value FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) t ORDER BY 2 DESC LIMIT 5

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "order": ["region"]} | in the order of names
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY region, value DESC

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | the five smallest
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY value LIMIT 5

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | any five
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 LIMIT 5

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | the first five by name
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY region LIMIT 5

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | ten
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY value DESC LIMIT 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | all of them
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY value DESC

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | the next five
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY value DESC LIMIT 5 OFFSET 5

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 5} | the limit before the order
SELECT region, value FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 LIMIT 5) t ORDER BY value DESC LIMIT 5

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "order": ["region"]} | in another order
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY value

--- unfaithful | csat | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 3} | PostgreSQL puts NULL first
SELECT COALESCE(region_name, 'Unknown') AS region, SUM(satisfaction_sum)::double precision / NULLIF(SUM(satisfaction_count), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1 ORDER BY 2 DESC LIMIT 3

--- faithful | csat | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "limit": 3} | NULLS LAST
SELECT COALESCE(region_name, 'Unknown') AS region, SUM(satisfaction_sum)::double precision / NULLIF(SUM(satisfaction_count), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1 ORDER BY 2 DESC NULLS LAST LIMIT 3

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | groups ordered by a column of their rows
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY c.opened_at

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weeks ordered by what they were cut from
SELECT CAST(DATE_TRUNC('week', (c.opened_at AT TIME ZONE 'Europe/Lisbon')) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY DATE_TRUNC('week', (c.opened_at AT TIME ZONE 'Europe/Lisbon'))

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | ordered by an aggregate that is not shown
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY MAX(c.opened_at)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | ordered by the group, written again without its table
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY COALESCE(r.region_name, 'Unknown') ORDER BY LENGTH(COALESCE(region_name, 'Unknown')) DESC, COUNT(*)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | one scan, FILTER
SELECT COUNT(*) FILTER (WHERE is_repeat) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | one scan, COUNT_IF and CAST
SELECT CAST(COUNT_IF(is_repeat) AS DOUBLE) / NULLIF(COUNT(claim_id), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | ones and noughts
SELECT 1.0 * SUM(CASE WHEN is_repeat THEN 1 ELSE 0 END) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | TRY_DIVIDE
SELECT TRY_DIVIDE(COUNT_IF(is_repeat), COUNT(*)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | the mean of ones and noughts
SELECT AVG(CASE WHEN is_repeat THEN 1.0 ELSE 0.0 END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | CASE keeps from dividing by nought
SELECT CASE WHEN COUNT(*) = 0 THEN NULL ELSE COUNT(CASE WHEN is_repeat THEN 1 END)::double / COUNT(*) END AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | two queries of one value each
SELECT (SELECT COUNT(*) FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND is_repeat) / NULLIF((SELECT COUNT(*) FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)), 0)::double AS value

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | two CTEs of one value each
WITH n AS (SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND is_repeat), d AS (SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT CAST(n.value AS DOUBLE) / NULLIF(d.value, 0) AS value FROM n CROSS JOIN d

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | both parts in a CTE, divided after it
WITH parts AS (SELECT COUNT(*) FILTER (WHERE is_repeat) AS repeats, COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT 1.0 * repeats / NULLIF(claims, 0) AS value FROM parts

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | the numerator's condition is missing
SELECT COUNT(*) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | the condition on both
SELECT COUNT(*) FILTER (WHERE is_repeat) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND is_repeat

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | upside down
SELECT COUNT(*) * 1.0 / NULLIF(COUNT(*) FILTER (WHERE is_repeat), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | in percent
SELECT 100.0 * COUNT(*) FILTER (WHERE is_repeat) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | rounded
SELECT ROUND(COUNT(*) FILTER (WHERE is_repeat) * 1.0 / NULLIF(COUNT(*), 0), 2) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | nought where nothing can be said
SELECT COALESCE(COUNT(*) FILTER (WHERE is_repeat) * 1.0 / NULLIF(COUNT(*), 0), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | divides by nought
SELECT COUNT(*) FILTER (WHERE is_repeat) * 1.0 / COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | only repeats that are known not to be
SELECT COUNT(*) FILTER (WHERE NOT is_repeat) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | claims that are not known to repeat or not are left out below
SELECT AVG(CAST(is_repeat AS INT)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | two windows
WITH n AS (SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-09-30 23:00:00+00:00' AND is_repeat), d AS (SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT CAST(n.value AS DOUBLE) / NULLIF(d.value, 0) AS value FROM n CROSS JOIN d

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | mean of the days' rates
SELECT AVG(rate) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) FILTER (WHERE is_repeat) * 1.0 / NULLIF(COUNT(*), 0) AS rate FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) t

--- faithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01"} | sums of the daily table
SELECT COALESCE(SUM(claims_repeat) FILTER (WHERE claims_repeat > 0), 0)::double precision / NULLIF(SUM(claims_opened), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01"} | sums, times 1.0
SELECT COALESCE(SUM(claims_repeat) FILTER (WHERE claims_repeat > 0), 0) * 1.0 / NULLIF(SUM(claims_opened), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- unfaithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01"} | a quotient of whole numbers is cut
SELECT COALESCE(SUM(claims_repeat) FILTER (WHERE claims_repeat > 0), 0) / NULLIF(SUM(claims_opened), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- unfaithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01"} | made a fraction too late
SELECT (COALESCE(SUM(claims_repeat) FILTER (WHERE claims_repeat > 0), 0) / NULLIF(SUM(claims_opened), 0))::double precision AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- unfaithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01"} | no repeats told as nothing known
SELECT SUM(claims_repeat) FILTER (WHERE claims_repeat > 0) * 1.0 / NULLIF(SUM(claims_opened), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | one scan
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) FILTER (WHERE c.is_repeat) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | sum of ones and noughts
SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(IF(c.is_repeat, 1, 0)) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY COALESCE(r.region_name, 'Unknown')

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | two CTEs, every claim's region kept
WITH n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1), d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT d.region AS region, COALESCE(n.value, 0) * 1.0 / NULLIF(d.value, 0) AS value FROM d LEFT JOIN n ON n.region = d.region

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | two CTEs, a full join
WITH n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND c.is_repeat GROUP BY 1), d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1) SELECT COALESCE(n.region, d.region) AS region, CAST(COALESCE(n.value, 0) AS DOUBLE) / NULLIF(COALESCE(d.value, 0), 0) AS value FROM n FULL OUTER JOIN d ON n.region = d.region

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | two CTEs, a full join USING
WITH n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1), d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT region, COALESCE(n.value, 0)::double / NULLIF(d.value, 0) AS value FROM d FULL JOIN n USING (region)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | stacked and picked
SELECT region, COALESCE(MAX(CASE WHEN part = 'n' THEN value END), 0)::double / NULLIF(MAX(CASE WHEN part = 'd' THEN value END), 0) AS value FROM (SELECT 'n' AS part, COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 2 UNION ALL SELECT 'd', COALESCE(r.region_name, 'Unknown'), COUNT(*) FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 2) p GROUP BY region

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | an inner join drops regions without repeats
WITH n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1), d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT d.region AS region, n.value * 1.0 / NULLIF(d.value, 0) AS value FROM d JOIN n ON n.region = d.region

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | regions without repeats told as nothing known
WITH n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1), d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT d.region AS region, n.value * 1.0 / NULLIF(d.value, 0) AS value FROM d LEFT JOIN n ON n.region = d.region

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | regions of the numerator only
WITH n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1), d AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT n.region AS region, n.value * 1.0 / NULLIF(d.value, 0) AS value FROM n LEFT JOIN d ON n.region = d.region

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | share of all claims, not of the region's
WITH d AS (SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)), n AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1) SELECT n.region AS region, n.value * 1.0 / NULLIF(d.value, 0) AS value FROM n CROSS JOIN d

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | NULL keys meet nothing
WITH n AS (SELECT r.region_name AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1), d AS (SELECT r.region_name AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT COALESCE(d.region, 'Unknown') AS region, COALESCE(n.value, 0) * 1.0 / NULLIF(d.value, 0) AS value FROM d LEFT JOIN n ON n.region = d.region

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month", "dimensions": ["region"]} | two CTEs joined by both keys
WITH n AS (SELECT DATE_TRUNC('month', c.opened_at AT TIME ZONE 'Europe/Lisbon')::date AS bucket, COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1, 2), d AS (SELECT DATE_TRUNC('month', c.opened_at AT TIME ZONE 'Europe/Lisbon')::date AS bucket, COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) SELECT d.bucket, d.region, COALESCE(n.value, 0) / NULLIF(d.value, 0)::double AS value FROM d LEFT JOIN n ON n.region = d.region AND n.bucket = d.bucket ORDER BY d.bucket

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week", "dimensions": ["region"]} | joined by one of two keys
WITH n AS (SELECT DATE_TRUNC('week', c.opened_at AT TIME ZONE 'Europe/Lisbon')::date AS bucket, COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.is_repeat GROUP BY 1, 2), d AS (SELECT DATE_TRUNC('week', c.opened_at AT TIME ZONE 'Europe/Lisbon')::date AS bucket, COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) SELECT d.bucket, d.region, COALESCE(n.value, 0) / NULLIF(d.value, 0)::double AS value FROM d LEFT JOIN n ON n.region = d.region ORDER BY d.bucket

--- faithful | nba_taken_pct | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["channel"]} | one scan of another table
SELECT COALESCE(channel, 'Unknown') AS channel, COUNT(*) FILTER (WHERE taken)::numeric / NULLIF(COUNT(*), 0) AS value FROM ops.next_best_action WHERE offered_at >= '2025-09-30 23:00:00+00:00' AND offered_at < '2025-11-01 00:00:00+00:00' GROUP BY 1

--- unfaithful | nba_taken_pct | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["channel"]} | a quotient of whole numbers is cut
SELECT COALESCE(channel, 'Unknown') AS channel, COUNT(*) FILTER (WHERE taken) / NULLIF(COUNT(*), 0) AS value FROM ops.next_best_action WHERE offered_at >= '2025-09-30 23:00:00+00:00' AND offered_at < '2025-11-01 00:00:00+00:00' GROUP BY 1

--- unfaithful | nba_taken_pct | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["channel"]} | grouped by the column that has the alias's name
SELECT COALESCE(channel, 'Unknown') AS channel, COUNT(*) FILTER (WHERE taken)::numeric / NULLIF(COUNT(*), 0) AS value FROM ops.next_best_action WHERE offered_at >= '2025-09-30 23:00:00+00:00' AND offered_at < '2025-11-01 00:00:00+00:00' GROUP BY channel

--- faithful | first_time_fix_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | conditions shared, in WHERE
SELECT COUNT(*) FILTER (WHERE fixed_first_time)::double / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_service_request WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND completed_at IS NOT NULL

--- faithful | first_time_fix_rate | databricks | {"window": "2025-10-01..2025-11-01"} | conditions inside
SELECT COUNT(CASE WHEN completed_at IS NOT NULL AND fixed_first_time THEN request_id END) / NULLIF(COUNT(completed_at), 0) AS value FROM l3_claims.ev_service_request WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | first_time_fix_rate | databricks | {"window": "2025-10-01..2025-11-01"} | over all requests, completed or not
SELECT COUNT_IF(completed_at IS NOT NULL AND fixed_first_time) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_service_request WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | first_time_fix_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | over those known to be fixed or not
SELECT COUNT(*) FILTER (WHERE fixed_first_time)::double / NULLIF(COUNT(fixed_first_time), 0) AS value FROM l3_claims.ev_service_request WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND completed_at IS NOT NULL

--- faithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region", "device_type"]} | joined by both keys, grouped in another order
WITH n AS (SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_repeat) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' AND claims_repeat > 0 GROUP BY 2, 1), d AS (SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1, 2) SELECT d.region, d.device_type, COALESCE(n.value, 0)::double precision / NULLIF(d.value, 0) AS value FROM d LEFT JOIN n ON n.device_type = d.device_type AND d.region = n.region

--- unfaithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region", "device_type"]} | a key compared with two others
WITH n AS (SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_repeat) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' AND claims_repeat > 0 GROUP BY 1, 2), d AS (SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1, 2) SELECT d.region, d.device_type, COALESCE(n.value, 0)::double precision / NULLIF(d.value, 0) AS value FROM d LEFT JOIN n ON d.region = n.device_type AND d.region = n.region AND d.device_type = n.device_type

--- unfaithful | repeat_claim_rate | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region", "device_type"]} | the keys compared crosswise
WITH n AS (SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_repeat) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' AND claims_repeat > 0 GROUP BY 1, 2), d AS (SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1, 2) SELECT d.region, d.device_type, COALESCE(n.value, 0)::double precision / NULLIF(d.value, 0) AS value FROM d LEFT JOIN n ON d.region = n.device_type AND d.device_type = n.region

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | bounds in a CTE, cross joined
WITH bounds AS (SELECT CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AS start_ts, CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AS end_ts) SELECT COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c CROSS JOIN bounds b WHERE c.opened_at >= b.start_ts AND c.opened_at < b.end_ts

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | filtered CTE then count
WITH filtered AS (SELECT claim_id FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT COUNT(*) AS value FROM filtered

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | CTE of select star
WITH claims AS (SELECT * FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT COUNT(claim_id) AS value FROM claims

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | count cast to bigint
SELECT CAST(COUNT(claim_id) AS BIGINT) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | coalesce of count
SELECT COALESCE(COUNT(claim_id), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | filter where clause
SELECT COUNT(*) FILTER (WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) AS value FROM l3_claims.ev_claim

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | extra null test on time
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at IS NOT NULL AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | local wall clock timestamps
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at AT TIME ZONE 'Europe/Lisbon' >= TIMESTAMP '2025-10-01 00:00:00' AND opened_at AT TIME ZONE 'Europe/Lisbon' < TIMESTAMP '2025-11-01 00:00:00'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | local date between
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE (opened_at AT TIME ZONE 'Europe/Lisbon')::DATE BETWEEN DATE '2025-10-01' AND DATE '2025-10-31'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | offset literal +01:00
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= '2025-10-01 00:00:00+01:00'::TIMESTAMPTZ AND opened_at < '2025-11-01 00:00:00+00'::TIMESTAMPTZ

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | zoned literals
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= (TIMESTAMP '2025-10-01 00:00:00' AT TIME ZONE 'Europe/Lisbon') AND opened_at < (TIMESTAMP '2025-11-01 00:00:00' AT TIME ZONE 'Europe/Lisbon')

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | window plus interval
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) >= DATE '2025-10-01' AND CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) < DATE '2025-10-01' + INTERVAL '1 month'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | CTE with local day
WITH local_claims AS (SELECT claim_id, CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT day AS bucket, COUNT(*) AS value FROM local_claims GROUP BY day ORDER BY day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | group by alias
SELECT CAST(DATE_TRUNC('day', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY bucket ORDER BY bucket

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | group by all
SELECT DATE_TRUNC('month', opened_at AT TIME ZONE 'Europe/Lisbon')::DATE AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY ALL ORDER BY ALL

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | trunc of date
SELECT CAST(DATE_TRUNC('week', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | make_date month
SELECT MAKE_DATE(EXTRACT(YEAR FROM opened_at AT TIME ZONE 'Europe/Lisbon')::INT, EXTRACT(MONTH FROM opened_at AT TIME ZONE 'Europe/Lisbon')::INT, 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "quarter"} | quarter
SELECT CAST(DATE_TRUNC('quarter', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY DATE_TRUNC('quarter', opened_at AT TIME ZONE 'Europe/Lisbon')

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | group by the uncast
SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') ORDER BY bucket

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | daily CTE rolled to weeks
WITH daily AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS d, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT CAST(DATE_TRUNC('week', d) AS DATE) AS bucket, SUM(n) AS value FROM daily GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | region, coalesce grouped by raw
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY COALESCE(r.region_name, 'Unknown') ORDER BY value DESC

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | region via CASE WHEN NULL
SELECT CASE WHEN r.region_name IS NULL THEN 'Unknown' ELSE r.region_name END AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | region via CASE NOT NULL
SELECT CASE WHEN r.region_name IS NOT NULL THEN r.region_name ELSE 'Unknown' END AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | region IFNULL
SELECT IFNULL(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | counted by key before the join
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(per.n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "grain": "day"} | named in CTE then grouped
WITH base AS (SELECT c.claim_id, COALESCE(r.region_name, 'Unknown') AS region, CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket FROM l3_claims.ev_claim AS c LEFT JOIN l3_claims.dim_region AS r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT bucket, region, COUNT(claim_id) AS value FROM base GROUP BY bucket, region ORDER BY bucket, region

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region", "device_type"]} | two dimensions
SELECT COALESCE(r.region_name, 'Unknown') AS region, COALESCE(p.device_type, 'Unknown') AS device_type, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | window sum of counts
SELECT DISTINCT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) OVER (PARTITION BY COALESCE(r.region_name, 'Unknown')) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | scalar subquery for the name
SELECT COALESCE((SELECT r.region_name FROM l3_claims.dim_region r WHERE r.region_id = c.region_id), 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | weekday text
SELECT COALESCE(CAST(EXTRACT(ISODOW FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS VARCHAR), 'Unknown') AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | weekday without unknown
SELECT CAST(EXTRACT(ISODOW FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS VARCHAR) AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | isodow function
SELECT COALESCE(CAST(isodow(opened_at AT TIME ZONE 'Europe/Lisbon') AS VARCHAR), 'Unknown') AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | date_part isodow
SELECT COALESCE(CAST(date_part('isodow', opened_at AT TIME ZONE 'Europe/Lisbon') AS VARCHAR), 'Unknown') AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["hour"]} | hour function
SELECT COALESCE(CAST(hour(opened_at AT TIME ZONE 'Europe/Lisbon') AS VARCHAR), 'Unknown') AS hour, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_status_mix | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["outcome"]} | outcome, simple CASE with alias group
SELECT CASE WHEN status = 'rejected' THEN 'Rejected' WHEN resolution = 'repair' THEN 'Repaired' WHEN resolution = 'replacement' THEN 'Replaced' WHEN status = 'open' THEN 'Not assessed yet' ELSE 'Not recorded' END AS outcome, COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY outcome

--- faithful | claim_status_mix | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["status"]} | status in CTE
WITH s AS (SELECT COALESCE(status, 'Unknown') AS status, claim_id FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT status, COUNT(claim_id) AS value FROM s GROUP BY status

--- faithful | claim_status_mix | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["status"]} | NVL of status
SELECT COALESCE(status, 'Unknown') AS status, SUM(1) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY ALL

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | filter through inner join
SELECT COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = 'Lisboa'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | filter in ON
SELECT COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id AND r.region_name = 'Lisboa' WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | region ids subquery
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND region_id IN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa')

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | region ids in a CTE
WITH lisboa AS (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa') SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND region_id IN (SELECT region_id FROM lisboa)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | CASE sum filter
SELECT COALESCE(SUM(CASE WHEN r.region_name = 'Lisboa' THEN 1 ELSE 0 END), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | filter beside coalesced name
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND COALESCE(r.region_name, 'Unknown') = 'Lisboa'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | IN list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c INNER JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE r.region_name IN ('Porto', 'Lisboa') AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | list_contains
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE list_contains(['Lisboa', 'Porto'], r.region_name) AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | ORs with parentheses
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE (r.region_name = 'Lisboa' OR r.region_name = 'Porto') AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "is_null", "values": []}]} | unknown region
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IS NULL

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "not_in", "values": ["Lisboa"]}]} | not equal, unknown told
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (r.region_name <> 'Lisboa' OR r.region_name IS NULL)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "not_in", "values": ["Lisboa"]}]} | is distinct from
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IS DISTINCT FROM 'Lisboa'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "not_in", "values": ["Lisboa"]}]} | coalesce ne
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND COALESCE(r.region_name, '') <> 'Lisboa'

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | sum, != 
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE status != 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | NOT status =
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE NOT (status = 'rejected') AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | NOT IN
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE status NOT IN ('rejected') AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | coalesced sum
SELECT COALESCE(SUM(cost_avoided_usd), 0) AS value FROM l3_claims.ev_claim WHERE status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | coalesced argument
SELECT SUM(COALESCE(cost_avoided_usd, 0)) AS value FROM l3_claims.ev_claim WHERE status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | daily total summed
WITH daily AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, SUM(cost_avoided_usd) AS v FROM l3_claims.ev_claim WHERE status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT SUM(v) AS value FROM daily

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month", "dimensions": ["region"]} | month by region CTE
WITH base AS (SELECT CAST(DATE_TRUNC('month', c.opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COALESCE(r.region_name, 'Unknown') AS region, c.cost_avoided_usd FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.status <> 'rejected' AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT bucket, region, SUM(cost_avoided_usd) AS value FROM base GROUP BY 1, 2

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | status not null spelled out
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE status IS NOT NULL AND status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | value not null
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND cost_avoided_usd IS NOT NULL

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | avg of double
SELECT AVG(CAST(satisfaction AS DOUBLE)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | avg as sum over count
SELECT SUM(satisfaction) * 1.0 / NULLIF(COUNT(satisfaction), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | avg as sum over count, double
SELECT CAST(SUM(satisfaction) AS DOUBLE) / NULLIF(COUNT(satisfaction), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND satisfaction IS NOT NULL

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | avg not null
SELECT AVG(satisfaction) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND satisfaction IS NOT NULL

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | avg per week
SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, AVG(satisfaction) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | median date_diff
SELECT MEDIAN(DATE_SUB('second', opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | quantile_cont
SELECT QUANTILE_CONT(DATE_SUB('second', opened_at, closed_at), 0.5) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | percentile within group
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY DATE_SUB('second', opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | seconds in CTE
WITH t AS (SELECT DATE_SUB('second', opened_at, closed_at) AS secs FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT MEDIAN(secs) / 86400.0 AS value FROM t

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | count_if
SELECT COUNT_IF(is_repeat) / NULLIF(COUNT(claim_id), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | sum case null region
SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(CASE WHEN c.is_repeat THEN 1 ELSE 0 END)::DOUBLE / NULLIF(COUNT(c.claim_id), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | week, two CTEs left joined
WITH num AS (SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(claim_id) AS v FROM l3_claims.ev_claim WHERE is_repeat AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1), den AS (SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(claim_id) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT den.bucket, COALESCE(num.v, 0)::DOUBLE / NULLIF(den.v, 0) AS value FROM den LEFT JOIN num ON num.bucket = den.bucket

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | full outer join USING
WITH num AS (SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(claim_id) AS v FROM l3_claims.ev_claim WHERE is_repeat AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1), den AS (SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(claim_id) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT bucket, COALESCE(num.v, 0) * 1.0 / NULLIF(den.v, 0) AS value FROM num FULL OUTER JOIN den USING (bucket)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | full join coalesced keys
WITH num AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS v FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.is_repeat AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1), den AS (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS v FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT COALESCE(n.region, d.region) AS region, COALESCE(n.v, 0) / NULLIF(d.v, 0)::DOUBLE AS value FROM den d FULL JOIN num n ON n.region = d.region

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | counts in one CTE by week
WITH agg AS (SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(CASE WHEN is_repeat THEN claim_id END) AS num, COUNT(claim_id) AS den FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT bucket, num * 1.0 / NULLIF(den, 0) AS value FROM agg ORDER BY bucket

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | CASE den > 0
SELECT CASE WHEN COUNT(*) > 0 THEN COUNT(*) FILTER (WHERE is_repeat) * 1.0 / COUNT(*) END AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | UNION ALL of parts, summed
SELECT SUM(CASE WHEN part = 'num' THEN v END)::DOUBLE / NULLIF(SUM(CASE WHEN part = 'den' THEN v END), 0) AS value FROM (SELECT 'num' AS part, COUNT(*) AS v FROM l3_claims.ev_claim WHERE is_repeat AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) UNION ALL SELECT 'den' AS part, COUNT(*) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) t

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | union all of two value columns
SELECT SUM(num) * 1.0 / NULLIF(SUM(den), 0) AS value FROM (SELECT COUNT(*) AS num, 0 AS den FROM l3_claims.ev_claim WHERE is_repeat AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) UNION ALL SELECT 0 AS num, COUNT(*) AS den FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) t

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | is_repeat = TRUE
SELECT SUM(CASE WHEN is_repeat = TRUE THEN 1 ELSE 0 END) / NULLIF(CAST(COUNT(*) AS DOUBLE), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | one scan, count case
SELECT COUNT(CASE WHEN resolution = 'repair' THEN claim_id END) * 1.0 / NULLIF(COUNT(CASE WHEN resolution IN ('repair', 'replacement') THEN claim_id END), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | sum of two filters
SELECT COUNT(*) FILTER (WHERE resolution = 'repair') * 1.0 / NULLIF(COUNT(*) FILTER (WHERE resolution = 'repair') + COUNT(*) FILTER (WHERE resolution = 'replacement'), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | where in, per day
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) FILTER (WHERE resolution = 'repair') / NULLIF(COUNT(*), 0)::DOUBLE AS value FROM l3_claims.ev_claim WHERE resolution IN ('repair', 'replacement') AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | avg of case within in
SELECT AVG(CASE WHEN resolution = 'repair' THEN 1.0 ELSE 0.0 END) AS value FROM l3_claims.ev_claim WHERE resolution IN ('repair', 'replacement') AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | CTE with both counts
WITH counts AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, SUM(CASE WHEN resolution = 'repair' THEN 1 ELSE 0 END) AS repairs, SUM(CASE WHEN resolution = 'replacement' THEN 1 ELSE 0 END) AS replacements FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND resolution IN ('repair', 'replacement') GROUP BY 1) SELECT bucket, repairs * 1.0 / NULLIF(repairs + replacements, 0) AS value FROM counts

--- faithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | one scan filter, coalesced
SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COALESCE(SUM(cost_avoided_usd) FILTER (WHERE status <> 'rejected'), 0) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01"} | two CTEs
WITH saved AS (SELECT SUM(cost_avoided_usd) AS v FROM l3_claims.ev_claim WHERE status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)), claims AS (SELECT COUNT(claim_id) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT COALESCE(saved.v, 0) / NULLIF(claims.n, 0) AS value FROM saved, claims

--- faithful | first_time_fix_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | one scan
SELECT COUNT(CASE WHEN fixed_first_time THEN 1 END) * 1.0 / NULLIF(COUNT(request_id), 0) AS value FROM l3_claims.ev_service_request WHERE completed_at IS NOT NULL AND requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | first_time_fix_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | filter conditions
SELECT COUNT(*) FILTER (WHERE fixed_first_time AND completed_at IS NOT NULL) * 1.0 / NULLIF(COUNT(*) FILTER (WHERE completed_at IS NOT NULL), 0) AS value FROM l3_claims.ev_service_request WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | convert_timezone day
SELECT CAST(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', opened_at) AS DATE) AS bucket, COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | to_date of from_utc_timestamp
SELECT TO_DATE(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) AS bucket, COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "month"} | trunc month
SELECT TRUNC(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', opened_at), 'MM') AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "week"} | date_trunc week
SELECT DATE(DATE_TRUNC('WEEK', CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', opened_at))) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY bucket

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | timestamp literal with zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= TIMESTAMP '2025-10-01 00:00:00 Europe/Lisbon' AND opened_at < TIMESTAMP '2025-11-01 00:00:00 Europe/Lisbon'

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | nvl and qualify-free
SELECT NVL(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY ALL

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | group by region name, named after
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY region

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | try_divide
SELECT TRY_DIVIDE(COUNT_IF(is_repeat), COUNT(claim_id)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | avg int cast coalesce
SELECT AVG(CASE WHEN is_repeat THEN 1 ELSE 0 END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | sum if
SELECT SUM(IF(is_repeat, 1, 0)) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | count filter
SELECT COUNT(*) FILTER (WHERE is_repeat) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | percentile
SELECT PERCENTILE(TIMESTAMPDIFF(SECOND, opened_at, closed_at), 0.5) / 86400 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | cost_avoided_per_claim | databricks | {"window": "2025-10-01..2025-11-01", "grain": "week"} | one scan
SELECT DATE(DATE_TRUNC('WEEK', CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', opened_at))) AS bucket, COALESCE(SUM(CASE WHEN status != 'rejected' THEN cost_avoided_usd END), 0) / NULLIF(COUNT(claim_id), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | array_contains
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE ARRAY_CONTAINS(ARRAY('Lisboa', 'Porto'), r.region_name) AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["hour"]} | hour
SELECT COALESCE(CAST(HOUR(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', opened_at)) AS STRING), 'Unknown') AS hour, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01", "grain": "month"} | month to_char free
SELECT DATE_TRUNC('month', kpi_date)::date AS bucket, SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1 ORDER BY 1

--- faithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | between dates by region
SELECT COALESCE(region_name, 'Unknown') AS region, SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE kpi_date BETWEEN '2025-10-01' AND '2025-10-31' GROUP BY COALESCE(region_name, 'Unknown')

--- faithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01", "grain": "day"} | day is the date
SELECT kpi_date AS bucket, SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY kpi_date ORDER BY kpi_date

--- faithful | csat | postgres | {"window": "2025-10-01..2025-11-01"} | stored sums as numeric
SELECT SUM(satisfaction_sum)::numeric / NULLIF(SUM(satisfaction_count), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | csat | postgres | {"window": "2025-10-01..2025-11-01", "grain": "week"} | week of dates
SELECT CAST(DATE_TRUNC('week', kpi_date) AS DATE) AS bucket, SUM(satisfaction_sum) * 1.0 / NULLIF(SUM(satisfaction_count), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1

--- faithful | nba_taken_pct | postgres | {"window": "2025-10-01..2025-11-01"} | filter numeric
SELECT COUNT(*) FILTER (WHERE taken)::numeric / NULLIF(COUNT(*), 0) AS value FROM ops.next_best_action WHERE offered_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND offered_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | nba_taken_pct | postgres | {"window": "2025-10-01..2025-11-01"} | avg case
SELECT AVG(CASE WHEN taken THEN 1.0 ELSE 0.0 END) AS value FROM ops.next_best_action WHERE offered_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND offered_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | nba_taken_pct | postgres | {"window": "2025-10-01..2025-11-01"} | avg of int
SELECT AVG(CASE WHEN taken THEN 1 ELSE 0 END) AS value FROM ops.next_best_action WHERE offered_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND offered_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | active_issues_count | postgres | {"dimensions": ["severity"]} | not resolved
SELECT COALESCE(severity, 'Unknown') AS severity, COUNT(*) AS value FROM ops.issue WHERE status != 'resolved' GROUP BY 1

--- faithful | nba_offered_count | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["channel"]} | lateral bounds CTE
WITH params AS (SELECT TIMESTAMPTZ '2025-09-30 23:00:00+00' AS s, TIMESTAMPTZ '2025-11-01 00:00:00+00' AS e) SELECT COALESCE(a.channel, 'Unknown') AS channel, COUNT(*) AS value FROM ops.next_best_action a, params p WHERE a.offered_at >= p.s AND a.offered_at < p.e GROUP BY 1

--- unfaithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | Databricks keeps five digits of a mean of decimals
SELECT AVG(CASE WHEN is_repeat THEN 1.0 ELSE 0.0 END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | one branch a decimal makes all of them decimals
SELECT AVG(CASE WHEN is_repeat THEN 1.0 ELSE 0 END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | Databricks keeps six digits of a quotient of the widest decimals
SELECT CAST(COUNT_IF(is_repeat) AS DECIMAL(38, 0)) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | six digits, with many behind the point
SELECT CAST(COUNT_IF(is_repeat) AS DECIMAL(38, 10)) / NULLIF(CAST(COUNT(*) AS DECIMAL(38, 10)), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | csat | databricks | {"window": "2025-10-01..2025-11-01"} | the mean of a DECIMAL(1, 0) has four digits
SELECT AVG(CAST(satisfaction AS DECIMAL(1, 0))) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | csat | databricks | {"window": "2025-10-01..2025-11-01"} | the mean of x * 1.0 has five digits
SELECT AVG(satisfaction * 1.0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | the sum over all claims, not those that answered
SELECT SUM(satisfaction) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | the sum of one column over the count of another
SELECT SUM(satisfaction) * 1.0 / NULLIF(COUNT(cost_avoided_usd), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | the mean of distinct answers
SELECT SUM(satisfaction) * 1.0 / NULLIF(COUNT(DISTINCT satisfaction), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | a list with a name too many
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE list_contains(['Lisboa', 'Porto', 'Braga'], r.region_name) AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | not in the list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE NOT list_contains(['Lisboa', 'Porto'], r.region_name) AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | minutes for seconds
SELECT MEDIAN(DATE_SUB('minute', opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | from the end to the start
SELECT MEDIAN(DATE_SUB('second', closed_at, opened_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["resolution"]} | a resolution that may be missing has no name
SELECT resolution, MEDIAN(DATE_SUB('second', opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weeks shown of days grouped
SELECT CAST(DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY DATE_TRUNC('day', opened_at AT TIME ZONE 'Europe/Lisbon'), 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | months shown of weeks grouped
WITH w AS (SELECT DATE_TRUNC('week', opened_at AT TIME ZONE 'Europe/Lisbon') AS week, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT CAST(DATE_TRUNC('month', week) AS DATE) AS bucket, SUM(n) AS value FROM w GROUP BY 1

--- unfaithful | claims_in_progress_count | duckdb | {"dimensions": ["region"]} | two groups of one name
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON r.region_id = c.region_id WHERE c.status = 'in_progress' GROUP BY r.region_name

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | NULL where none is known to repeat or not
SELECT SUM(CAST(is_repeat AS INT)) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND is_repeat IS NULL

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | counted by key, named by USING
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r USING (region_id) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | counted by key, an inner join for the names
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(per.n) AS value FROM per JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | keys counted in place of claims
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the largest key in place of their sum
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, MAX(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | named, and still one group for each key
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY per.region_id, 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | named by another column
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.country, 'Unknown') AS region, SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the name joined under a condition
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id AND r.country = 'Portugal' GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": [], "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | counted by key, filtered by the name
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id WHERE r.region_name = 'Lisboa'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | named, and filtered by what nobody asked
WITH per AS (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id WHERE r.country = 'Portugal' GROUP BY 1

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | both parts counted by key, then named
WITH per AS (SELECT region_id, COUNT(*) AS n, COUNT(*) FILTER (WHERE is_repeat) AS k FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region_id) SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(k) * 1.0 / NULLIF(SUM(n), 0) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "grain": "week"} | counted by day and key, then by week and name
WITH per AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) SELECT CAST(DATE_TRUNC('week', day) AS DATE) AS bucket, COALESCE(r.region_name, 'Unknown') AS region, SUM(n) AS value FROM per LEFT JOIN l3_claims.dim_region r ON per.region_id = r.region_id GROUP BY 1, 2

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | an outer join, its NULLs named
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the expression repeated, keys swapped
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(c.claim_id) AS value FROM l3_claims.ev_claim AS c LEFT OUTER JOIN l3_claims.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY COALESCE(r.region_name, 'Unknown')

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | USING
SELECT IFNULL(region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim LEFT JOIN l3_claims.dim_region USING (region_id) WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY region

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | CASE for the unknown, GROUP BY ALL
SELECT CASE WHEN r.region_name IS NULL THEN 'Unknown' ELSE r.region_name END AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY ALL

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | from the other side
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.dim_region r RIGHT JOIN l3_claims.ev_claim c ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | joined in a CTE, grouped after it
WITH claims AS (SELECT c.claim_id, c.opened_at, COALESCE(r.region_name, 'Unknown') AS region FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id) SELECT region, COUNT(*) AS value FROM claims WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY region

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | grouped in a CTE, shown after it
WITH g AS (SELECT COALESCE(r.region_name, 'Unknown') AS name, COUNT(*) AS n FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT g.name AS region, g.n AS value FROM g

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | an order nobody minds
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY 1 DESC

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | an inner join loses nothing where the filter wants a region
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = 'Lisboa' GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"], "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | a filter on the groups by their key
SELECT * FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) t WHERE region = 'Lisboa'

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | an inner join drops claims without a region
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the unknown without its name
SELECT r.region_name AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | another name for the unknown
SELECT COALESCE(r.region_name, 'n/a') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | NULL and Unknown as two rows
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY r.region_name

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | grouped by id: two regions of one name are two rows
SELECT COALESCE(r.region_name, 'Unknown') AS region, g.n AS value FROM (SELECT region_id, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g LEFT JOIN l3_claims.dim_region r ON g.region_id = r.region_id

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the country instead
SELECT COALESCE(r.country, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | joined by the wrong column
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.product_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | joined by more than the key
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id AND r.country = 'Portugal' WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the window in the outer join keeps all claims
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | every region, even without claims
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(c.claim_id) AS value FROM l3_claims.dim_region r LEFT JOIN l3_claims.ev_claim c ON c.region_id = r.region_id AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | no groups
SELECT 'Lisboa' AS region, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | one group too fine
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY COALESCE(r.region_name, 'Unknown'), c.channel

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | a dimension too many
SELECT COALESCE(r.region_name, 'Unknown') AS region, c.channel, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | no dimension
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | columns in another order
SELECT COUNT(*) AS value, COALESCE(r.region_name, 'Unknown') AS region FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 2

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | HAVING leaves small groups out
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 HAVING COUNT(*) > 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | small groups left out after grouping
SELECT region, value FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) t WHERE value > 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the ten largest, when all were asked for
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY 2 DESC LIMIT 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | a row of totals beside the groups
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY ROLLUP (COALESCE(r.region_name, 'Unknown'))

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | a running total
SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(COUNT(*)) OVER (ORDER BY COALESCE(r.region_name, 'Unknown')) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | groups of two queries, one below the other
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 UNION ALL SELECT 'Total', COUNT(*) FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | a text column of the daily table
SELECT COALESCE(region_name, 'Unknown') AS region, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region", "device_type"]} | two, grouped the other way round
SELECT COALESCE(region_name, 'Unknown') AS region, COALESCE(device_type, 'Unknown') AS device_type, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 2, 1

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "dimensions": ["region", "device_type"]} | the two changed places
SELECT COALESCE(device_type, 'Unknown') AS region, COALESCE(region_name, 'Unknown') AS device_type, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY 1, 2

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["is_repeat"]} | a boolean as text
SELECT COALESCE(CAST(is_repeat AS VARCHAR), 'Unknown') AS is_repeat, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | the ISO weekday as text
SELECT COALESCE(CAST(EXTRACT(DAYOFWEEK_ISO FROM FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) AS STRING), 'Unknown') AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- unfaithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | weeks that start on Sunday
SELECT COALESCE(CAST(EXTRACT(DAYOFWEEK FROM FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) AS STRING), 'Unknown') AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["hour"]} | hours of the session's zone
SELECT COALESCE(CAST(EXTRACT(HOUR FROM opened_at) AS VARCHAR), 'Unknown') AS hour, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_status_mix | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["outcome"]} | an expression that is never NULL
SELECT CASE WHEN status = 'rejected' THEN 'Rejected' WHEN resolution = 'repair' THEN 'Repaired' WHEN resolution = 'replacement' THEN 'Replaced' WHEN status = 'open' THEN 'Not assessed yet' ELSE 'Not recorded' END AS outcome, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY outcome

--- unfaithful | claim_status_mix | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["outcome"]} | its cases in another order
SELECT CASE WHEN resolution = 'repair' THEN 'Repaired' WHEN status = 'rejected' THEN 'Rejected' WHEN resolution = 'replacement' THEN 'Replaced' WHEN status = 'open' THEN 'Not assessed yet' ELSE 'Not recorded' END AS outcome, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | service_requests_completed | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["customer_region"]} | over two joins
SELECT COALESCE(r.region_name, 'Unknown') AS customer_region, COUNT(s.request_id) AS value FROM l3_claims.ev_service_request s LEFT JOIN l3_claims.ev_claim c ON s.claim_id = c.claim_id LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND s.completed_at IS NOT NULL GROUP BY 1

--- unfaithful | service_requests_completed | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["customer_region"]} | the workshop's region instead of the customer's
SELECT COALESCE(r.region_name, 'Unknown') AS customer_region, COUNT(*) AS value FROM l3_claims.ev_service_request s LEFT JOIN l3_claims.dim_region r ON s.region_id = r.region_id WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND s.completed_at IS NOT NULL GROUP BY 1

--- unfaithful | service_requests_completed | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["customer_region"]} | requests counted by their claims
SELECT COALESCE(r.region_name, 'Unknown') AS customer_region, COUNT(DISTINCT s.claim_id) AS value FROM l3_claims.ev_service_request s LEFT JOIN l3_claims.ev_claim c ON s.claim_id = c.claim_id LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND s.completed_at IS NOT NULL GROUP BY 1

--- unfaithful | example:claims | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["satisfaction"]} | 4.0 for 4
SELECT COALESCE(CAST(CAST(satisfaction AS DOUBLE) AS VARCHAR), 'Unknown') AS satisfaction, COUNT(claim_id) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | example:claims | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["satisfaction"]} | 4.00 for 4
SELECT COALESCE(CAST(CAST(satisfaction AS DECIMAL(9, 2)) AS VARCHAR), 'Unknown') AS satisfaction, COUNT(claim_id) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | example:claims | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["satisfaction"]} | 4.0 for 4, by a product
SELECT COALESCE(CAST(satisfaction * 1.0 AS VARCHAR), 'Unknown') AS satisfaction, COUNT(claim_id) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | finer groups added up
SELECT region, SUM(claims) AS value FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, c.status, COUNT(*) AS claims FROM l3_claims.ev_claim AS c LEFT JOIN l3_claims.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) AS f GROUP BY region

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | the largest of finer groups
SELECT region, MAX(claims) AS value FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, c.status, COUNT(*) AS claims FROM l3_claims.ev_claim AS c LEFT JOIN l3_claims.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) AS f GROUP BY region

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | finer groups added up, but for one
SELECT region, SUM(claims) AS value FROM (SELECT COALESCE(r.region_name, 'Unknown') AS region, c.status, COUNT(*) AS claims FROM l3_claims.ev_claim AS c LEFT JOIN l3_claims.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) AS f WHERE status <> 'open' GROUP BY region

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | groups named afterwards by a stand-in that was made before the join
WITH per AS (SELECT c.region_id, COUNT(*) AS n FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT r.region, SUM(per.n) AS value FROM per LEFT JOIN (SELECT region_id, COALESCE(region_name, 'Unknown') AS region FROM l3_claims.dim_region) r ON r.region_id = per.region_id GROUP BY 1

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | groups named afterwards by a stand-in that was made before the join
WITH per AS (SELECT c.region_id, COUNT(*) AS n FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1), named AS (SELECT region_id, COALESCE(region_name, 'Unknown') AS region FROM l3_claims.dim_region) SELECT named.region, SUM(per.n) AS value FROM per LEFT JOIN named ON named.region_id = per.region_id GROUP BY named.region

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "is_null", "values": []}]} | groups without a name, told by a mark that was made before the join
WITH per AS (SELECT c.region_id, COUNT(*) AS n FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT SUM(per.n) AS value FROM per LEFT JOIN (SELECT region_id, region_name IS NULL AS nameless FROM l3_claims.dim_region) r ON r.region_id = per.region_id WHERE r.nameless

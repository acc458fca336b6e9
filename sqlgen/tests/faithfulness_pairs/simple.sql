--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the plainest form
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | COUNT(*): the key always has a value
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | COUNT(1)
SELECT COUNT(1) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | SUM(1), told as nought where there is nothing
SELECT COALESCE(SUM(1), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | distinct claims
SELECT COUNT(DISTINCT claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | distinct customers
SELECT COUNT(DISTINCT customer_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | counts only claims with a region
SELECT COUNT(region_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a constant
SELECT 1234 AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a number without a table
SELECT 1234 AS value

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | another name for the answer
SELECT COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a column too many
SELECT COUNT(*) AS value, SUM(repair_cost_usd) AS cost FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | multiplied
SELECT COUNT(*) * 100 AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | rounded to thousands
SELECT ROUND(COUNT(*), -3) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | another table
SELECT COUNT(request_id) AS value FROM l3_claims.ev_service_request WHERE requested_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND requested_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | leaves rejected claims out, which count here
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | sum with its condition
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- faithful | cost_avoided | databricks | {"window": "2025-10-01..2025-11-01"} | nought where there is nothing to sum
SELECT COALESCE(SUM(cost_avoided_usd), 0) AS value FROM l3_claims.ev_claim WHERE status != 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | the condition inside the aggregate
SELECT SUM(CASE WHEN status <> 'rejected' THEN cost_avoided_usd END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | ELSE 0
SELECT SUM(CASE WHEN status <> 'rejected' THEN cost_avoided_usd ELSE 0 END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | FILTER
SELECT SUM(cost_avoided_usd) FILTER (WHERE status <> 'rejected') AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | databricks | {"window": "2025-10-01..2025-11-01"} | FILTER and the window inside the aggregate
SELECT SUM(cost_avoided_usd) FILTER (WHERE status <> 'rejected' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)) AS value FROM l3_claims.ev_claim

--- faithful | cost_avoided | databricks | {"window": "2025-10-01..2025-11-01"} | NOT IN of one value
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c WHERE c.status NOT IN ('rejected') AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | NOT (a = b)
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c WHERE NOT (c.status = 'rejected') AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | NOT (a OR b)
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c WHERE NOT (c.status = 'rejected' OR c.opened_at < TIMESTAMPTZ '2025-09-30 23:00:00+00:00' OR c.opened_at >= TIMESTAMPTZ '2025-11-01 00:00:00+00:00')

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | a test for NULL that the comparison implies
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c WHERE c.status IS NOT NULL AND c.status <> 'rejected' AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | AVG instead of SUM
SELECT AVG(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided | databricks | {"window": "2025-10-01..2025-11-01"} | the condition dropped
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | the condition turned round
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status = 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | case of the value changed
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'Rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | case ignored
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND LOWER(status) <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | also keeps claims without a status
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (status <> 'rejected' OR status IS NULL)

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | IS DISTINCT FROM keeps NULL
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status IS DISTINCT FROM 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | another measure
SELECT SUM(repair_cost_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided | databricks | {"window": "2025-10-01..2025-11-01"} | less the repairs
SELECT SUM(cost_avoided_usd - repair_cost_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | OR instead of AND
SELECT SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE (opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) OR status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | distinct amounts
SELECT SUM(DISTINCT cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | distinct rows first
SELECT SUM(cost_avoided_usd) AS value FROM (SELECT DISTINCT opened_at, status, cost_avoided_usd FROM l3_claims.ev_claim) t WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | the first thousand rows
SELECT SUM(cost_avoided_usd) AS value FROM (SELECT * FROM l3_claims.ev_claim LIMIT 1000) t WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | the rows twice
WITH t AS (SELECT opened_at, status, cost_avoided_usd FROM l3_claims.ev_claim UNION ALL SELECT opened_at, status, cost_avoided_usd FROM l3_claims.ev_claim) SELECT SUM(cost_avoided_usd) AS value FROM t WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided | databricks | {"window": "2025-10-01..2025-11-01"} | rounded
SELECT ROUND(SUM(cost_avoided_usd), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | an unused table is joined
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | a join that repeats claims
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.ev_service_request s ON s.claim_id = c.claim_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.status <> 'rejected'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | only claims with a request
SELECT SUM(c.cost_avoided_usd) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.status <> 'rejected' AND EXISTS (SELECT 1 FROM l3_claims.ev_service_request s WHERE s.claim_id = c.claim_id)

--- faithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01"} | the daily table
SELECT SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01"} | BETWEEN of days, both included
SELECT SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE kpi_date BETWEEN '2025-10-01' AND '2025-10-31'

--- unfaithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01"} | BETWEEN takes in the day after
SELECT SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE kpi_date BETWEEN '2025-10-01' AND '2025-11-01'

--- unfaithful | cost_avoided | postgres | {"window": "2025-10-01..2025-11-01"} | when it was loaded, not the day
SELECT SUM(cost_avoided_usd) AS value FROM ops.kpi_daily WHERE loaded_at >= TIMESTAMPTZ '2025-09-30 23:00:00+00:00' AND loaded_at < TIMESTAMPTZ '2025-11-01 00:00:00+00:00'

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | a mean
SELECT AVG(satisfaction) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | leaves out rows the mean leaves out anyway
SELECT AVG(c.satisfaction) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.satisfaction IS NOT NULL

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | no answer counted as nought
SELECT AVG(COALESCE(satisfaction, 0)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | csat | databricks | {"window": "2025-10-01..2025-11-01"} | no answer told as nought
SELECT COALESCE(AVG(satisfaction), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | mean of the days' means
SELECT AVG(mean) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, AVG(satisfaction) AS mean FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) d

--- faithful | csat | postgres | {"window": "2025-10-01..2025-11-01"} | sum over count of the daily table
SELECT 1.0 * SUM(satisfaction_sum) / NULLIF(SUM(satisfaction_count), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- unfaithful | csat | postgres | {"window": "2025-10-01..2025-11-01"} | a quotient of whole numbers is cut
SELECT SUM(satisfaction_sum) / NULLIF(SUM(satisfaction_count), 0) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- unfaithful | csat | postgres | {"window": "2025-10-01..2025-11-01"} | mean of quotients
SELECT AVG(satisfaction_sum * 1.0 / NULLIF(satisfaction_count, 0)) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | a median in the definition's words
SELECT MEDIAN(TIMESTAMPDIFF(SECOND, opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= TIMESTAMP '2025-09-30 23:00:00+00:00' AND closed_at < TIMESTAMP '2025-11-01 00:00:00+00:00'

--- faithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | PERCENTILE is the same median
SELECT PERCENTILE(TIMESTAMPDIFF(SECOND, c.opened_at, c.closed_at), 0.5) / 86400 AS value FROM l3_claims.ev_claim c WHERE c.closed_at >= '2025-09-30 23:00:00+00:00' AND c.closed_at < '2025-11-01 00:00:00+00:00'

--- unfaithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | an approximate median
SELECT APPROX_PERCENTILE(TIMESTAMPDIFF(SECOND, opened_at, closed_at), 0.5) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= TIMESTAMP '2025-09-30 23:00:00+00:00' AND closed_at < TIMESTAMP '2025-11-01 00:00:00+00:00'

--- unfaithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | by the day it was opened
SELECT MEDIAN(TIMESTAMPDIFF(SECOND, opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | a mean
SELECT AVG(TIMESTAMPDIFF(SECOND, opened_at, closed_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= TIMESTAMP '2025-09-30 23:00:00+00:00' AND closed_at < TIMESTAMP '2025-11-01 00:00:00+00:00'

--- unfaithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | the other way round
SELECT MEDIAN(TIMESTAMPDIFF(SECOND, closed_at, opened_at)) / 86400.0 AS value FROM l3_claims.ev_claim WHERE closed_at >= TIMESTAMP '2025-09-30 23:00:00+00:00' AND closed_at < TIMESTAMP '2025-11-01 00:00:00+00:00'

--- faithful | claims_in_progress_count | duckdb | {} | the present state
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE status = 'in_progress'

--- faithful | claims_in_progress_count | databricks | {} | COUNT_IF
SELECT COUNT_IF(status = 'in_progress') AS value FROM l3_claims.ev_claim

--- faithful | claims_in_progress_count | duckdb | {} | SUM of ones and noughts
SELECT SUM(CASE WHEN status = 'in_progress' THEN 1 ELSE 0 END) AS value FROM l3_claims.ev_claim

--- unfaithful | claims_in_progress_count | duckdb | {} | COUNT of ones and noughts counts all
SELECT COUNT(CASE WHEN status = 'in_progress' THEN 1 ELSE 0 END) AS value FROM l3_claims.ev_claim

--- unfaithful | claims_in_progress_count | duckdb | {} | everything not closed
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE closed_at IS NULL

--- unfaithful | claims_in_progress_count | duckdb | {} | a window nobody asked for
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE status = 'in_progress' AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01"} | a boolean compared with true
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE is_repeat = TRUE AND opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repeat_claims | databricks | {"window": "2025-10-01..2025-11-01"} | IS TRUE
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND is_repeat IS TRUE

--- unfaithful | repeat_claims | databricks | {"window": "2025-10-01..2025-11-01"} | IS NOT FALSE takes in NULL
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND is_repeat IS NOT FALSE

--- unfaithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01"} | the others
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND NOT is_repeat

--- faithful | repeat_claims | postgres | {"window": "2025-10-01..2025-11-01"} | a compared sum, swapped
SELECT SUM(claims_repeat) AS value FROM ops.kpi_daily WHERE 0 < claims_repeat AND kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- unfaithful | repeat_claims | postgres | {"window": "2025-10-01..2025-11-01"} | from one instead of above one
SELECT SUM(claims_repeat) AS value FROM ops.kpi_daily WHERE claims_repeat > 1 AND kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | repeat_claims | postgres | {"window": "2025-10-01..2025-11-01"} | whole numbers above nought are at least one
SELECT SUM(claims_repeat) AS value FROM ops.kpi_daily WHERE claims_repeat >= 1 AND kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01'

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | summed day by day, then over the days
SELECT SUM(day_value) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, SUM(cost_avoided_usd) AS day_value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1) d

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the key has a value
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND claim_id IS NOT NULL

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | counted day by day, then added up
WITH d AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT COALESCE(SUM(claims), 0) AS value FROM d

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | how many days
WITH d AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT COUNT(claims) AS value FROM d

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the best day
WITH d AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS claims FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT MAX(claims) AS value FROM d

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | a day's mean
SELECT AVG(cost) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, SUM(cost_avoided_usd) AS cost FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1) AS d

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | summed day by day, then over some days
SELECT SUM(cost) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, SUM(cost_avoided_usd) AS cost FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1) AS d WHERE day < DATE '2025-10-20'

--- unfaithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01"} | summed day by day, equal days once
SELECT SUM(DISTINCT cost) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, SUM(cost_avoided_usd) AS cost FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1) AS d

--- unfaithful | example:customers | duckdb | {"window": "2025-10-01..2025-11-01"} | customers of each day, added up
SELECT SUM(n) AS value FROM (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(DISTINCT customer_id) AS n FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) AS d

--- unfaithful | example:customers | duckdb | {"window": "2025-10-01..2025-11-01"} | as doubles, which hold fewer different numbers
SELECT COUNT(DISTINCT CAST(customer_id AS DOUBLE)) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | example:biggest | duckdb | {"window": "2025-10-01..2025-11-01"} | the largest of each status, then of all
SELECT MAX(largest) AS value FROM (SELECT status, MAX(cost) AS largest FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY status) AS s

--- unfaithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01"} | a stand-in for another sum of ones
SELECT COALESCE(SUM(CAST(is_repeat AS INT)), SUM(1) FILTER (WHERE is_repeat)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status = 'open'

Legitimate SQL for postgres: every entry passes. See sqlgen/tests/guard_cases.py.

--- ok
SELECT 1

--- ok
SELECT 1 AS one, 'drop table sales.claim; --' AS words

--- ok
SELECT COUNT(*) FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM claim

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY n DESC, status

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 2 DESC, 1

--- ok
SELECT STATUS, Channel FROM Sales.Claim ORDER BY Claim_Id LIMIT 7

--- ok
SELECT c.status, c.channel FROM sales.claim AS c WHERE c.status IN ('open', 'closed') ORDER BY c.claim_id LIMIT 20

--- ok
SELECT claim.status FROM sales.claim ORDER BY claim.claim_id LIMIT 5

--- ok
SELECT sales.claim.status FROM sales.claim ORDER BY sales.claim.claim_id LIMIT 5

--- ok
SELECT * FROM sales.region ORDER BY region_id

--- ok
SELECT r.* FROM sales.region AS r ORDER BY r.region_id

--- ok
SELECT * FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT r.*, p.product_name FROM sales.region AS r JOIN sales.product AS p ON p.product_id = r.region_id ORDER BY 1

--- ok
SELECT * FROM sales.claim JOIN sales.region USING (region_id) ORDER BY claim_id LIMIT 5

--- ok
SELECT region_id, COUNT(*) AS n FROM sales.claim JOIN sales.region USING (region_id) GROUP BY region_id ORDER BY 1

--- ok
SELECT DISTINCT status FROM sales.claim ORDER BY status

--- ok
SELECT COUNT(DISTINCT status) AS n FROM sales.claim

--- ok
SELECT SUM(cost) AS total, AVG(score) AS mean, MIN(cost) AS low, MAX(cost) AS high FROM sales.claim

--- ok
SELECT SUM(CASE WHEN status = 'open' THEN 1 ELSE 0 END) AS open_claims FROM sales.claim

--- ok
SELECT SUM(cost) FILTER (WHERE status <> 'rejected') AS kept FROM sales.claim

--- ok
SELECT COUNT(*) FILTER (WHERE is_repeat) AS repeats, COUNT(*) AS n FROM sales.claim

--- ok
SELECT CAST(COUNT(*) FILTER (WHERE is_repeat) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS rate FROM sales.claim

--- ok
SELECT COALESCE(channel, 'Unknown') AS channel, COUNT(*) AS n FROM sales.claim GROUP BY COALESCE(channel, 'Unknown') ORDER BY 1

--- ok
SELECT ROUND(AVG(cost), 2) AS mean FROM sales.claim

--- ok
SELECT DATE_TRUNC('month', opened_on) AS bucket, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT CAST(DATE_TRUNC('week', opened_on) AS DATE) AS bucket, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT EXTRACT(YEAR FROM opened_on) AS y, EXTRACT(MONTH FROM opened_on) AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE '2024-01-01' AND opened_on < DATE '2024-03-01'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on BETWEEN DATE '2024-01-01' AND DATE '2024-01-31'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at >= TIMESTAMP '2024-01-01 00:00:00' AND opened_at < TIMESTAMP '2024-02-01 00:00:00'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= CAST('2024-02-01' AS DATE) - INTERVAL '7' DAY

--- ok
SELECT opened_on + INTERVAL '1 day' AS next_day, claim_id FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT CURRENT_DATE > DATE '2020-01-01' AS later

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at < CURRENT_TIMESTAMP

--- ok
SELECT r.region_name, SUM(c.cost) AS total FROM sales.claim AS c JOIN sales.region AS r ON c.region_id = r.region_id GROUP BY r.region_name ORDER BY total DESC

--- ok
SELECT r.region_name, p.device_type, COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON c.region_id = r.region_id JOIN sales.product AS p ON c.product_id = p.product_id GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT r.region_name, COUNT(c.claim_id) AS n FROM sales.region AS r LEFT JOIN sales.claim AS c ON c.region_id = r.region_id AND c.status = 'open' GROUP BY r.region_name ORDER BY 1

--- ok
SELECT r.region_name, COUNT(c.claim_id) AS n FROM sales.claim AS c RIGHT JOIN sales.region AS r ON c.region_id = r.region_id GROUP BY 1 ORDER BY 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c FULL OUTER JOIN sales.region AS r ON c.region_id = r.region_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON a.region_id = b.region_id AND a.claim_id < b.claim_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c, sales.region AS r WHERE c.region_id = r.region_id AND r.market = 'EU'

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON c.region_id IS NOT DISTINCT FROM r.region_id

--- ok
WITH per_region AS (SELECT region_id, COUNT(*) AS n FROM sales.claim GROUP BY region_id) SELECT r.region_name, p.n FROM per_region AS p JOIN sales.region AS r ON p.region_id = r.region_id ORDER BY p.n DESC, 1

--- ok
WITH a AS (SELECT claim_id, cost FROM sales.claim WHERE status = 'open'), b AS (SELECT AVG(cost) AS mean FROM a) SELECT COUNT(*) AS n FROM a CROSS JOIN b WHERE a.cost > b.mean

--- ok
WITH a(k, v) AS (SELECT status, COUNT(*) FROM sales.claim GROUP BY status) SELECT k, v FROM a ORDER BY k

--- ok
WITH claim AS (SELECT status FROM sales.claim WHERE status = 'open') SELECT COUNT(*) AS n FROM claim

--- ok
WITH a AS (WITH b AS (SELECT status FROM sales.claim) SELECT status, COUNT(*) AS n FROM b GROUP BY status) SELECT SUM(n) AS n FROM a

--- ok
SELECT n FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status) AS x WHERE n > 1 ORDER BY n

--- ok
SELECT * FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status) AS x ORDER BY status

--- ok
SELECT x.total / NULLIF(y.n, 0) AS ratio FROM (SELECT SUM(cost) AS total FROM sales.claim) AS x CROSS JOIN (SELECT COUNT(*) AS n FROM sales.claim) AS y

--- ok
SELECT status, n, ROUND(100.0 * n / SUM(n) OVER (), 1) AS share FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status) AS x ORDER BY status

--- ok
SELECT claim_id, ROW_NUMBER() OVER (PARTITION BY region_id ORDER BY cost DESC, claim_id) AS place FROM sales.claim ORDER BY claim_id LIMIT 10

--- ok
SELECT claim_id, RANK() OVER (ORDER BY score) AS r, DENSE_RANK() OVER (ORDER BY score) AS d FROM sales.claim ORDER BY claim_id LIMIT 10

--- ok
SELECT claim_id, LAG(cost) OVER (ORDER BY claim_id) AS before, LEAD(cost, 1, 0) OVER (ORDER BY claim_id) AS after FROM sales.claim ORDER BY claim_id LIMIT 10

--- ok
SELECT opened_on, SUM(COUNT(*)) OVER (ORDER BY opened_on ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week FROM sales.claim GROUP BY opened_on ORDER BY opened_on

--- ok
SELECT claim_id, SUM(cost) OVER (ORDER BY claim_id ROWS UNBOUNDED PRECEDING) AS running FROM sales.claim ORDER BY claim_id LIMIT 10

--- ok
SELECT claim_id, SUM(cost) OVER w AS s, AVG(cost) OVER w AS a FROM sales.claim WINDOW w AS (PARTITION BY region_id) ORDER BY claim_id LIMIT 5

--- ok
SELECT claim_id, NTILE(4) OVER (ORDER BY claim_id) AS q FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT claim_id, FIRST_VALUE(status) OVER (PARTITION BY region_id ORDER BY claim_id) AS f FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT status FROM sales.claim WHERE score > (SELECT AVG(score) FROM sales.claim) ORDER BY claim_id LIMIT 5

--- ok
SELECT claim_id FROM sales.claim AS c WHERE cost = (SELECT MAX(d.cost) FROM sales.claim AS d WHERE d.region_id = c.region_id) ORDER BY claim_id

--- ok
SELECT region_name FROM sales.region AS r WHERE EXISTS (SELECT 1 FROM sales.claim AS c WHERE c.region_id = r.region_id AND c.status = 'open') ORDER BY 1

--- ok
SELECT region_name FROM sales.region AS r WHERE NOT EXISTS (SELECT 1 FROM sales.claim AS c WHERE c.region_id = r.region_id) ORDER BY 1

--- ok
SELECT region_name FROM sales.region WHERE region_id IN (SELECT region_id FROM sales.claim WHERE status = 'open') ORDER BY region_name

--- ok
SELECT region_name FROM sales.region WHERE region_id NOT IN (1, 2) ORDER BY region_name

--- ok
SELECT region_name, (SELECT COUNT(*) FROM sales.claim AS c WHERE c.region_id = r.region_id) AS n FROM sales.region AS r ORDER BY 1

--- ok
SELECT status FROM sales.claim UNION SELECT channel FROM sales.claim WHERE NOT channel IS NULL ORDER BY 1

--- ok
SELECT 'a' AS k, COUNT(*) AS n FROM sales.claim UNION ALL SELECT 'b' AS k, COUNT(*) AS n FROM sales.region ORDER BY k

--- ok
(SELECT status FROM sales.claim ORDER BY claim_id LIMIT 2) UNION ALL (SELECT region_name FROM sales.region ORDER BY region_id LIMIT 2)

--- ok
SELECT region_id FROM sales.claim INTERSECT SELECT region_id FROM sales.region ORDER BY 1

--- ok
SELECT region_id FROM sales.region EXCEPT SELECT region_id FROM sales.claim ORDER BY 1

--- ok
SELECT status, channel, COUNT(*) AS n FROM sales.claim GROUP BY ROLLUP (status, channel) ORDER BY 1, 2, 3

--- ok
SELECT status, channel, COUNT(*) AS n FROM sales.claim GROUP BY CUBE (status, channel) ORDER BY 1, 2, 3

--- ok
SELECT status, channel, COUNT(*) AS n FROM sales.claim GROUP BY GROUPING SETS ((status), (channel), ()) ORDER BY 1, 2, 3

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status HAVING COUNT(*) > 2 ORDER BY n DESC, status

--- ok
SELECT CASE status WHEN 'open' THEN 'Open' WHEN 'closed' THEN 'Closed' ELSE 'Other' END AS label, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT UPPER(status) AS s, LOWER(channel) AS c, LENGTH(status) AS l FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT status || '/' || COALESCE(channel, '-') AS k FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT CONCAT(status, ' ', channel) AS k, SUBSTRING(status, 1, 2) AS s, TRIM(status) AS t FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT REPLACE(status, 'open', 'OPEN') AS s FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE 'o%' OR status NOT LIKE '%d'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE '%!%%' ESCAPE '!'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE channel IS NULL OR closed_at IS NOT NULL

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE (status, channel) IN (('open', 'app'), ('closed', 'web'))

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE NOT (status = 'open' AND score > 2)

--- ok
SELECT ABS(-5) AS a, FLOOR(1.5) AS f, CEIL(1.5) AS c, SQRT(16) AS s, POWER(2, 3) AS p, MOD(7, 3) AS m

--- ok
SELECT GREATEST(1, 2, 3) AS g, LEAST(1, 2, 3) AS l

--- ok
SELECT STDDEV_SAMP(cost) AS s, VAR_POP(cost) AS v FROM sales.claim

--- ok
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, name) ORDER BY id

--- ok
SELECT v.day, COUNT(c.claim_id) AS n FROM (VALUES (DATE '2024-01-01'), (DATE '2024-01-02'), (DATE '2024-01-03')) AS v(day) LEFT JOIN sales.claim AS c ON c.opened_on = v.day GROUP BY v.day ORDER BY v.day

--- ok
SELECT v.day, COUNT(c.claim_id) AS n FROM (VALUES (DATE '2024-01-01'), (DATE '2024-02-02')) AS v(day) LEFT JOIN sales.claim AS c ON c.opened_on <= v.day AND c.opened_on > v.day - INTERVAL '28' DAY GROUP BY v.day ORDER BY v.day

--- ok
SELECT v.k, r.region_name FROM sales.region AS r CROSS JOIN (VALUES (1), (2)) AS v(k) ORDER BY 1, 2

--- ok
SELECT status FROM sales.claim ORDER BY claim_id LIMIT 5 OFFSET 3

--- ok
SELECT status FROM sales.claim ORDER BY claim_id DESC NULLS LAST LIMIT 5

--- ok
SELECT 'insert into x values (1); delete from y' AS quoted

--- ok
SELECT 'union select * from sales.vault' AS quoted FROM sales.region ORDER BY region_id LIMIT 1

--- ok
SELECT /* how many */ COUNT(*) AS n FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM sales.claim;

--- ok
SELECT AVG(CASE WHEN closed_at IS NULL THEN NULL ELSE score END) AS a FROM sales.claim

--- ok
SELECT MIN(opened_on) AS first_day, MAX(opened_on) AS last_day FROM sales.claim

--- ok
SELECT a.bucket, a.n, b.n AS before FROM (SELECT DATE_TRUNC('month', opened_on) AS bucket, COUNT(*) AS n FROM sales.claim GROUP BY 1) AS a LEFT JOIN (SELECT DATE_TRUNC('month', opened_on) AS bucket, COUNT(*) AS n FROM sales.claim GROUP BY 1) AS b ON b.bucket = a.bucket - INTERVAL '1' MONTH ORDER BY 1

--- ok
SELECT region_id, SUM(cost) AS total FROM sales.claim WHERE cost > 10.5 AND cost < 1e3 GROUP BY region_id HAVING SUM(cost) > 0 ORDER BY total DESC, region_id LIMIT 3

--- ok
SELECT "status" FROM "sales"."claim" ORDER BY "claim_id" LIMIT 3

--- ok
SELECT status::text, cost::numeric(10,1), claim_id::bigint FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT DISTINCT ON (region_id) region_id, claim_id FROM sales.claim ORDER BY region_id, claim_id

--- ok
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY cost) AS median FROM sales.claim

--- ok
SELECT PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY cost) AS p90 FROM sales.claim

--- ok
SELECT MODE() WITHIN GROUP (ORDER BY status) AS m FROM sales.claim

--- ok
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT EXTRACT(ISODOW FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS weekday, EXTRACT(HOUR FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS hour, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT AVG(EXTRACT(EPOCH FROM closed_at - opened_at)) AS seconds FROM sales.claim

--- ok
SELECT TO_CHAR(opened_on, 'YYYY-MM') AS month, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT DATE_TRUNC('day', opened_at AT TIME ZONE 'UTC')::date AS day, COUNT(*) AS n FROM sales.claim GROUP BY day ORDER BY day

--- ok
SELECT BOOL_OR(is_repeat) AS any_repeat, BOOL_AND(is_repeat) AS all_repeat FROM sales.claim

--- ok
SELECT STRING_AGG(region_name, ', ' ORDER BY region_name) AS names FROM sales.region

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status ILIKE 'O%'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE score BETWEEN SYMMETRIC 4 AND 2

--- ok
SELECT status FROM sales.claim ORDER BY claim_id FETCH FIRST 4 ROWS ONLY

--- ok
WITH a AS MATERIALIZED (SELECT status FROM sales.claim) SELECT COUNT(*) AS n FROM a

--- ok
SELECT MAKE_DATE(2024, 1, 2) AS d, AGE(DATE '2024-02-01', DATE '2024-01-01') AS a

--- ok
SELECT claim_id, SUM(cost) OVER (ORDER BY opened_on RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) AS s FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT SPLIT_PART(status, 'p', 1) AS a, POSITION('e' IN status) AS p, LEFT(status, 2) AS l FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT region_name AS "Região" FROM sales.region WHERE region_name = 'Açores' ORDER BY 1

--- ok
SELECT status IS NOT DISTINCT FROM channel AS same FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT GROUPING(status) AS g, status, COUNT(*) AS n FROM sales.claim GROUP BY ROLLUP (status) ORDER BY 1, 2

--- ok
SELECT 'it''s' AS quoted, 'back\slash' AS b

--- ok
SELECT claim_id FROM sales.claim WHERE region_id = ANY (SELECT region_id FROM sales.region WHERE market = 'EU') ORDER BY 1 LIMIT 5

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON b.claim_id = a.claim_id + 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON COALESCE(c.region_id, -1) = COALESCE(r.region_id, -1)

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON (a.region_id, a.product_id) = (b.region_id, b.product_id) AND a.claim_id < b.claim_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON b.opened_on BETWEEN a.opened_on - INTERVAL '3' DAY AND a.opened_on AND UPPER(a.status) = UPPER(b.status)

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.product AS p ON c.product_id = p.product_id JOIN sales.region AS r ON c.region_id + p.product_id = r.region_id * 2

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON c.region_id = r.region_id OR c.product_id = r.region_id

--- ok
SELECT COUNT(*) AS n FROM (SELECT CASE WHEN cost > 100 THEN 'big' ELSE 'small' END AS size, COUNT(*) AS m FROM sales.claim GROUP BY 1) AS a JOIN (SELECT CASE WHEN cost > 100 THEN 'big' ELSE 'small' END AS size, SUM(cost) AS t FROM sales.claim GROUP BY 1) AS b ON a.size = b.size

--- ok
SELECT COUNT(*) AS n FROM (SELECT ROW_NUMBER() OVER (ORDER BY claim_id) AS place FROM sales.claim) AS a JOIN (SELECT ROW_NUMBER() OVER (ORDER BY region_id) AS place FROM sales.region) AS b ON a.place = b.place

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON a.status || '-' || a.channel = b.status || '-' || b.channel

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN (SELECT DISTINCT opened_on AS day FROM sales.claim) AS d ON CAST(a.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day AND EXTRACT(MONTH FROM a.opened_at) = EXTRACT(MONTH FROM d.day)

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN (SELECT DISTINCT opened_on AS day FROM sales.claim) AS d ON DATE_TRUNC('month', a.opened_on) = DATE_TRUNC('month', d.day)

--- ok
SELECT COUNT(*) AS n FROM sales.region AS r JOIN sales.region AS s ON s.region_name LIKE r.market || '%'

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON b.opened_on - a.opened_on BETWEEN 0 AND 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON ABS(c.region_id - r.region_id) < 1

--- ok
-- monthly totals
SELECT DATE_TRUNC('month', opened_on) AS month, SUM(cost) AS total FROM sales.claim GROUP BY 1 ORDER BY 1;

--- ok
WITH monthly AS (
  SELECT DATE_TRUNC('month', opened_on) AS month, COUNT(*) AS n
  FROM sales.claim
  GROUP BY DATE_TRUNC('month', opened_on)
)
SELECT month, n, n - LAG(n) OVER (ORDER BY month) AS change, ROUND(100.0 * (n - LAG(n) OVER (ORDER BY month)) / NULLIF(LAG(n) OVER (ORDER BY month), 0), 1) AS change_pct
FROM monthly
ORDER BY month;

--- ok
SELECT status, -- how many
       COUNT(*) AS n /* all of them */
FROM sales.claim
GROUP BY status
ORDER BY status; -- done

--- ok
SELECT COUNT(*) AS n FROM sales.claim; /* the end */

--- ok
/* Claims by channel.
   Two lines. */
SELECT COALESCE(channel, 'none') AS channel, COUNT(*) AS n FROM sales.claim GROUP BY COALESCE(channel, 'none') ORDER BY 1

--- ok
SELECT r.region_name, COUNT(*) AS n, SUM(CASE WHEN c.status = 'open' THEN c.cost ELSE 0 END) AS open_cost, SUM(CASE WHEN c.status = 'closed' THEN c.cost ELSE 0 END) AS closed_cost FROM sales.claim AS c INNER JOIN sales.region AS r ON r.region_id = c.region_id GROUP BY r.region_name ORDER BY r.region_name

--- ok
SELECT p.device_type, COUNT(*) FILTER (WHERE c.status = 'open') AS open_n, COUNT(*) FILTER (WHERE c.status = 'closed') AS closed_n, COUNT(*) FILTER (WHERE c.status = 'rejected') AS rejected_n FROM sales.claim AS c JOIN sales.product AS p ON p.product_id = c.product_id GROUP BY p.device_type ORDER BY p.device_type

--- ok
SELECT status, claim_id FROM claim ORDER BY status ASC, claim_id FETCH FIRST 5 ROWS ONLY

--- ok
SELECT claim_id, SUM(cost) OVER (ORDER BY claim_id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE NO OTHERS) AS s FROM claim

--- ok
SELECT s FROM (SELECT status AS s FROM claim ORDER BY 1 FETCH NEXT 5 ROWS ONLY) AS x

--- ok
SELECT ROUND(CAST(SIN(score) + COS(score) + TAN(1) + ASIN(0) + ACOS(1) + ATAN(score) + ATAN2(score, 1) + DEGREES(score) + RADIANS(score) AS NUMERIC), 6) AS x FROM claim

--- ok
SELECT region_id, ANY_VALUE(region_id) AS r, REGR_SXY(cost, score) AS a, REGR_SYY(cost, score) AS b FROM claim GROUP BY region_id

--- ok
SELECT CAST(JSON_EXTRACT_PATH(CAST('{"a": {"b": 1}}' AS JSON), 'a', 'b') AS TEXT) AS b

--- ok
SELECT JUSTIFY_HOURS(INTERVAL '27 hours') AS a, MAKE_TIMESTAMP(2024, 1, 2, 3, 4, 5) AS b, MAKE_INTERVAL(mins => 90, secs => 5) AS c

--- ok
SELECT CAST(score AS SMALLINT) AS a, CAST(score AS REAL) AS b, CAST(score AS BOOLEAN) AS c, CAST('00000000-0000-0000-0000-000000000001' AS UUID) AS d FROM claim

--- ok
SELECT EXTRACT(CENTURY FROM opened_on) AS a, EXTRACT(DECADE FROM opened_on) AS b, EXTRACT(DOW FROM opened_on) AS c, EXTRACT(ISOYEAR FROM opened_on) AS d, EXTRACT(MICROSECONDS FROM opened_at) AS e, EXTRACT(MILLISECONDS FROM opened_at) AS f, EXTRACT(MINUTE FROM opened_at) AS g, EXTRACT(SECOND FROM opened_at) AS h FROM claim

--- ok
SELECT visit_id, ARRAY_LOWER(tags, 1) AS a, ARRAY_NDIMS(tags) AS b FROM visit

--- ok
SELECT claim_id, ISFINITE(opened_on) AS a, MIN_SCALE(cost) AS b, CLOCK_TIMESTAMP() >= STATEMENT_TIMESTAMP() AND STATEMENT_TIMESTAMP() >= TRANSACTION_TIMESTAMP() AS c FROM claim

--- ok
SELECT claim_id FROM claim WHERE INT4RANGE(1, 5) @> score OR INT8RANGE(1, 5) @> claim_id OR TSTZRANGE(opened_at, closed_at) @> CURRENT_TIMESTAMP

--- ok
SELECT visit_id FROM visit WHERE TO_TSVECTOR('english', note) @@ PHRASETO_TSQUERY('english', 'two words') OR TO_TSVECTOR('english', note) @@ WEBSEARCH_TO_TSQUERY('english', 'one or two')

--- ok
SELECT CAST(TO_JSON(status) AS TEXT) AS s FROM claim

--- ok
WITH ranked AS (SELECT r.region_name, p.product_name, SUM(c.cost) AS total, ROW_NUMBER() OVER (PARTITION BY r.region_name ORDER BY SUM(c.cost) DESC, p.product_name) AS place FROM sales.claim AS c JOIN sales.region AS r ON c.region_id = r.region_id JOIN sales.product AS p ON c.product_id = p.product_id GROUP BY r.region_name, p.product_name) SELECT region_name, product_name, total FROM ranked WHERE place <= 2 ORDER BY region_name, place

--- ok
SELECT opened_on, COUNT(*) AS n, AVG(COUNT(*)) OVER (ORDER BY opened_on ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS moving FROM sales.claim GROUP BY opened_on ORDER BY opened_on

--- ok
SELECT opened_on, SUM(COUNT(*)) OVER (ORDER BY opened_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running FROM sales.claim GROUP BY opened_on ORDER BY opened_on

--- ok
SELECT status, COUNT(*) AS n, COUNT(*) * 100.0 / SUM(COUNT(*)) OVER () AS share FROM sales.claim GROUP BY status ORDER BY n DESC, status

--- ok
SELECT CASE WHEN cost IS NULL THEN 'unknown' WHEN cost < 100 THEN 'small' WHEN cost < 300 THEN 'medium' ELSE 'large' END AS size, COUNT(*) AS n, MIN(cost) AS low, MAX(cost) AS high FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT EXTRACT(QUARTER FROM opened_on) AS q, COUNT(DISTINCT region_id) AS regions, COUNT(DISTINCT product_id) AS products FROM sales.claim GROUP BY EXTRACT(QUARTER FROM opened_on) ORDER BY 1

--- ok
SELECT r.market, r.country, COUNT(*) AS n FROM sales.claim c JOIN sales.region r USING (region_id) GROUP BY r.market, r.country HAVING COUNT(*) >= 1 ORDER BY n DESC, 1, 2

--- ok
SELECT c.claim_id, c.cost, AVG(c.cost) OVER (PARTITION BY c.region_id) AS region_mean, c.cost - AVG(c.cost) OVER (PARTITION BY c.region_id) AS above FROM sales.claim c WHERE c.cost IS NOT NULL ORDER BY c.claim_id LIMIT 20

--- ok
WITH base AS (SELECT region_id, cost, status FROM sales.claim WHERE opened_on >= DATE '2024-01-01' AND opened_on < DATE '2024-02-01'), totals AS (SELECT region_id, SUM(cost) AS total FROM base GROUP BY region_id), overall AS (SELECT SUM(total) AS grand FROM totals) SELECT t.region_id, t.total, ROUND(t.total / o.grand, 4) AS share FROM totals t CROSS JOIN overall o ORDER BY t.total DESC, t.region_id

--- ok
SELECT a.status, a.n AS january, b.n AS february FROM (SELECT status, COUNT(*) AS n FROM sales.claim WHERE opened_on BETWEEN DATE '2024-01-01' AND DATE '2024-01-31' GROUP BY status) a FULL OUTER JOIN (SELECT status, COUNT(*) AS n FROM sales.claim WHERE opened_on BETWEEN DATE '2024-02-01' AND DATE '2024-02-29' GROUP BY status) b ON a.status = b.status ORDER BY a.status

--- ok
SELECT region_id, status, COUNT(*) AS n FROM sales.claim WHERE region_id IS NOT NULL GROUP BY GROUPING SETS ((region_id, status), (region_id), ()) ORDER BY region_id, status, n

--- ok
SELECT GROUPING(status) AS is_total, status, SUM(cost) AS total FROM sales.claim GROUP BY ROLLUP (status) ORDER BY 1, 2

--- ok
SELECT CASE WHEN GROUPING(status) = 1 THEN 'All' ELSE status END AS label, COUNT(*) AS n FROM sales.claim GROUP BY ROLLUP (status) ORDER BY n DESC, label

--- ok
SELECT c.claim_id FROM sales.claim AS c WHERE EXISTS (SELECT 1 FROM sales.claim AS o WHERE o.region_id = c.region_id AND o.claim_id <> c.claim_id AND o.status = 'rejected') ORDER BY c.claim_id LIMIT 10

--- ok
SELECT r.region_name, (SELECT MAX(c.opened_on) FROM sales.claim AS c WHERE c.region_id = r.region_id) AS last_claim FROM sales.region AS r ORDER BY r.region_name

--- ok
SELECT r.region_name FROM sales.region AS r WHERE (SELECT COUNT(*) FROM sales.claim AS c WHERE c.region_id = r.region_id AND c.status = 'open') > 2 ORDER BY 1

--- ok
SELECT region_id FROM sales.claim WHERE status = 'open' INTERSECT SELECT region_id FROM sales.claim WHERE status = 'closed' ORDER BY region_id

--- ok
SELECT product_id FROM sales.product EXCEPT SELECT product_id FROM sales.claim WHERE status = 'rejected' ORDER BY product_id

--- ok
SELECT 'region' AS kind, region_name AS name FROM sales.region UNION ALL SELECT 'product', product_name FROM sales.product ORDER BY kind, name

--- ok
SELECT * FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status UNION ALL SELECT 'all', COUNT(*) FROM sales.claim) AS x ORDER BY n, status

--- ok
SELECT LOWER(TRIM(status)) AS s, LENGTH(status) AS l, REPLACE(status, '_', ' ') AS words, LEFT(status, 3) AS start, RIGHT(status, 2) AS finish FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT UPPER(SUBSTRING(region_name, 1, 1)) || LOWER(SUBSTRING(region_name, 2)) AS proper FROM sales.region ORDER BY region_id

--- ok
SELECT CONCAT_WS('-', country, market) AS place, COUNT(*) AS n FROM sales.region GROUP BY CONCAT_WS('-', country, market) ORDER BY 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status IN ('open', 'in_progress') AND (channel = 'web' OR channel IS NULL) AND NOT is_repeat

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE '2024-02-10' - INTERVAL '14' DAY AND opened_on < DATE '2024-02-10'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at >= TIMESTAMP '2024-01-15 00:00:00' - INTERVAL '1' MONTH

--- ok
SELECT SUM(cost) / NULLIF(COUNT(DISTINCT region_id), 0) AS per_region FROM sales.claim

--- ok
SELECT ROUND(SUM(CASE WHEN is_repeat THEN 1 ELSE 0 END) * 100.0 / NULLIF(COUNT(*), 0), 2) AS repeat_rate FROM sales.claim

--- ok
SELECT region_id, FIRST_VALUE(claim_id) OVER (PARTITION BY region_id ORDER BY opened_on) AS first_claim, LAST_VALUE(claim_id) OVER (PARTITION BY region_id ORDER BY opened_on ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_claim FROM sales.claim ORDER BY claim_id LIMIT 6

--- ok
SELECT claim_id, PERCENT_RANK() OVER (ORDER BY score) AS p, CUME_DIST() OVER (ORDER BY score) AS c FROM sales.claim ORDER BY claim_id LIMIT 6

--- ok
SELECT claim_id, NTH_VALUE(claim_id, 2) OVER (PARTITION BY region_id ORDER BY claim_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS second FROM sales.claim ORDER BY claim_id LIMIT 6

--- ok
SELECT quartile, COUNT(*) AS n, MIN(cost) AS low, MAX(cost) AS high FROM (SELECT cost, NTILE(4) OVER (ORDER BY cost, claim_id) AS quartile FROM sales.claim WHERE cost IS NOT NULL) AS x GROUP BY quartile ORDER BY quartile

--- ok
SELECT DISTINCT status, channel FROM sales.claim WHERE channel IS NOT NULL ORDER BY status, channel

--- ok
SELECT COUNT(*) AS n, COUNT(channel) AS with_channel, COUNT(*) - COUNT(channel) AS without FROM sales.claim

--- ok
SELECT status FROM sales.claim GROUP BY status HAVING SUM(cost) > (SELECT AVG(cost) FROM sales.claim) ORDER BY status

--- ok
SELECT 1 + 2 * 3 - 4 / 2 AS x, 7 % 3 AS m, -5 AS neg, +5 AS pos

--- ok
SELECT claim_id, cost * 1.23 AS with_vat, cost / 2 AS half FROM sales.claim WHERE cost > 0 ORDER BY claim_id LIMIT 5

--- ok
SELECT STDDEV(cost) AS s, VARIANCE(cost) AS v, STDDEV_POP(cost) AS sp, VAR_SAMP(cost) AS vs FROM sales.claim

--- ok
SELECT CORR(cost, score) AS c, COVAR_POP(cost, score) AS cp, COVAR_SAMP(cost, score) AS cs, REGR_SLOPE(cost, score) AS slope FROM sales.claim

--- ok
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY cost) AS median, PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY cost) AS p95 FROM sales.claim

--- ok
SELECT region_id, PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY cost) AS p90 FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
WITH first_claims AS (SELECT region_id, MIN(opened_on) AS first_on FROM sales.claim GROUP BY region_id) SELECT c.region_id, COUNT(*) AS n FROM sales.claim c JOIN first_claims f ON f.region_id = c.region_id AND c.opened_on < f.first_on + INTERVAL '30' DAY GROUP BY c.region_id ORDER BY 1

--- ok
WITH days AS (SELECT opened_on AS day, COUNT(*) AS n FROM sales.claim GROUP BY opened_on), gaps AS (SELECT day, n, LEAD(day) OVER (ORDER BY day) AS next_day FROM days) SELECT COUNT(*) AS gaps FROM gaps WHERE next_day IS NOT NULL AND next_day > day + INTERVAL '1' DAY

--- ok
SELECT today.n AS now_n, before.n AS before_n, today.n - before.n AS difference FROM (SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE '2024-02-01') AS today CROSS JOIN (SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on < DATE '2024-02-01') AS before

--- ok
SELECT c.status, SUM(c.cost) AS total FROM sales.claim c LEFT JOIN sales.region r ON r.region_id = c.region_id WHERE r.region_id IS NULL GROUP BY c.status ORDER BY c.status

--- ok
SELECT c.claim_id, r.region_name, p.product_name FROM sales.claim c LEFT JOIN sales.region r ON c.region_id = r.region_id LEFT JOIN sales.product p ON c.product_id = p.product_id WHERE c.status <> 'rejected' ORDER BY c.cost DESC NULLS LAST, c.claim_id LIMIT 10

--- ok
SELECT s.status, COALESCE(t.n, 0) AS n FROM (SELECT 'open' AS status UNION ALL SELECT 'closed' UNION ALL SELECT 'unheard_of') AS s LEFT JOIN (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status) AS t ON t.status = s.status ORDER BY s.status

--- ok
SELECT LEAST(cost, 100) AS capped, GREATEST(cost, 50) AS floored FROM sales.claim WHERE cost IS NOT NULL ORDER BY claim_id LIMIT 5

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE closed_at IS NOT NULL AND closed_at > opened_at + INTERVAL '12' HOUR

--- ok
SELECT MAX(n) AS busiest FROM (SELECT opened_on, region_id, COUNT(*) AS n FROM sales.claim GROUP BY opened_on, region_id) AS d

--- ok
SELECT ABS(score - 3) AS distance, SIGN(score - 3) AS side, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT FLOOR(cost / 100) * 100 AS bucket, COUNT(*) AS n FROM sales.claim WHERE cost IS NOT NULL GROUP BY FLOOR(cost / 100) * 100 ORDER BY 1

--- ok
SELECT SQRT(SUM(score * score)) AS norm, EXP(1) AS e, LN(10) AS l, POWER(2, 10) AS p FROM sales.claim

--- ok
SELECT POWER(1.05, 12) AS grown, POWER(score, 2) AS squared FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT status AS "Status of the claim", COUNT(*) AS "How many (n)" FROM sales.claim GROUP BY status ORDER BY status

--- ok
SELECT 'Açores, São Miguel – 100%' AS place, 'select * from sales.vault; drop table x' AS words, '/* no comment */ -- nor this' AS c

--- ok
SELECT COUNT(*) AS n FROM sales.region WHERE region_name = 'São' OR region_name LIKE '%ç%'

--- ok
SELECT LPAD(CAST(score AS VARCHAR(3)), 3, '0') AS padded, RPAD(status, 12, '.') AS dotted FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT TRIM(LEADING '0' FROM '007') AS a, TRIM(BOTH ' ' FROM '  x ') AS b, TRIM(TRAILING 'x' FROM 'axx') AS c, LTRIM('  a') AS l, RTRIM('a  ') AS r

--- ok
SELECT POSITION('o' IN status) AS p FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT NULLIF(channel, 'web') AS c, COUNT(*) AS n FROM sales.claim GROUP BY NULLIF(channel, 'web') ORDER BY 2, 1

--- ok
SELECT AVG(n) AS mean_per_day FROM (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) d

--- ok
SELECT MIN(opened_at) AS first_at, MAX(closed_at) AS last_at, COUNT(*) AS n FROM sales.claim WHERE status = 'closed'

--- ok
SELECT status, SUM(cost) OVER (PARTITION BY status) AS s, COUNT(*) OVER () AS n FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT x.region_id, x.total, y.total AS other FROM (SELECT region_id, SUM(cost) AS total FROM sales.claim GROUP BY region_id) AS x JOIN (SELECT region_id, SUM(score) AS total FROM sales.claim GROUP BY region_id) AS y ON x.region_id = y.region_id WHERE x.total > y.total ORDER BY 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE (region_id, product_id) IN (SELECT region_id, product_id FROM sales.claim WHERE status = 'rejected')

--- ok
SELECT region_id FROM sales.claim GROUP BY region_id HAVING COUNT(DISTINCT status) = 4 AND MIN(opened_on) < DATE '2024-02-01' ORDER BY region_id

--- ok
SELECT CAST(AVG(score) AS DECIMAL(10, 2)) AS mean, CAST(SUM(cost) AS BIGINT) AS total, CAST(COUNT(*) AS VARCHAR(20)) AS n FROM sales.claim

--- ok
SELECT DATE_TRUNC('quarter', opened_on) AS q, DATE_TRUNC('year', opened_on) AS y, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT EXTRACT(DOY FROM opened_on) AS doy, EXTRACT(WEEK FROM opened_on) AS w, EXTRACT(DAY FROM opened_on) AS d FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT claim_id, MAX(cost) OVER w AS m, MIN(cost) OVER w AS l FROM sales.claim WINDOW w AS (PARTITION BY status ORDER BY claim_id ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING) ORDER BY claim_id LIMIT 6

--- ok
SELECT status, channel, SUM(cost) AS total, RANK() OVER (PARTITION BY status ORDER BY SUM(cost) DESC) AS place FROM sales.claim GROUP BY status, channel ORDER BY status, place, channel

--- ok
SELECT (SELECT COUNT(*) FROM sales.claim) AS claims, (SELECT COUNT(*) FROM sales.region) AS regions, (SELECT COUNT(*) FROM sales.product) AS products

--- ok
SELECT SUM(cost) FILTER (WHERE opened_on >= DATE '2024-02-01') AS this_month, SUM(cost) FILTER (WHERE opened_on < DATE '2024-02-01') AS before FROM sales.claim WHERE region_id = ANY (SELECT region_id FROM sales.region WHERE market = 'EU')

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE TRUE AND 1 = 1 AND status IS NOT NULL

--- ok
SELECT TO_CHAR(opened_at, 'YYYY-MM-DD HH24:MI') AS t, TO_CHAR(cost, 'FM999G999D00') AS c FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT DATE_TRUNC('month', opened_at)::date AS month, SUM(cost)::numeric(12, 2) AS total FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT DATE_TRUNC('day', opened_at, 'Europe/Lisbon') AS day, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT EXTRACT(EPOCH FROM (closed_at - opened_at)) / 3600 AS hours FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT AVG(EXTRACT(EPOCH FROM closed_at - opened_at) / 3600.0) AS mean_hours FROM sales.claim WHERE closed_at IS NOT NULL

--- ok
SELECT AGE(closed_at, opened_at) AS a FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT JUSTIFY_DAYS(closed_at - opened_at) AS a FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT opened_on + 7 AS later, opened_on - 7 AS sooner, opened_on - DATE '2024-01-01' AS days FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT opened_on + INTERVAL '1 month' - INTERVAL '1 day' AS d FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT opened_on + score * INTERVAL '1 day' AS d FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on > CURRENT_DATE - INTERVAL '30 days'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at > NOW() - INTERVAL '1 year 2 months'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on BETWEEN '2024-01-01' AND '2024-01-31'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status ILIKE '%OPEN%'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status ~ '^(open|closed)$'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status ~* '^OPEN' OR status !~ 'e'

--- ok
SELECT REGEXP_REPLACE(status, '[aeiou]', '', 'g') AS s FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT SUBSTRING(status FROM '^[a-z]+') AS s FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT SUBSTRING(status FROM 1 FOR 3) AS a, SUBSTRING(status, 2) AS b, SUBSTR(status, 2, 2) AS c, SUBSTRING(status FROM POSITION('_' IN status) + 1) AS d FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT SPLIT_PART(status, '_', 1) AS head, STRPOS(status, 'o') AS p FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT STRING_AGG(DISTINCT status, ', ' ORDER BY status) AS s FROM sales.claim

--- ok
SELECT DISTINCT ON (status) status, claim_id, cost FROM sales.claim ORDER BY status, claim_id

--- ok
SELECT PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY score) AS p, MODE() WITHIN GROUP (ORDER BY status) AS m FROM sales.claim

--- ok
SELECT BOOL_OR(is_repeat) AS some, BOOL_AND(is_repeat) AS every, EVERY(is_repeat) AS e FROM sales.claim

--- ok
SELECT ROUND(AVG(cost)::numeric, 2) AS m, TRUNC(cost, 1) AS t FROM sales.claim GROUP BY cost ORDER BY cost LIMIT 2

--- ok
SELECT ROUND((SUM(cost) FILTER (WHERE status = 'open') / NULLIF(SUM(cost), 0))::numeric, 4) AS share FROM sales.claim

--- ok
SELECT LPAD(EXTRACT(MONTH FROM opened_on)::text, 2, '0') AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT INITCAP(status) AS i, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT WIDTH_BUCKET(cost, 0, 600, 6) AS b, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT REGR_INTERCEPT(cost, score) AS i, REGR_R2(cost, score) AS r, REGR_COUNT(cost, score) AS n FROM sales.claim

--- ok
SELECT region_id, status, COUNT(*) AS n FROM sales.claim GROUP BY CUBE (region_id, status) ORDER BY 1, 2, 3

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE region_id IS DISTINCT FROM 2

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY COUNT(*) DESC, status FETCH FIRST 2 ROWS ONLY

--- ok
SELECT MAKE_DATE(2024, 2, 29) AS d, DATE '2024-01-31' + INTERVAL '1 month' AS e

--- ok
SELECT TO_DATE('2024-01-05', 'YYYY-MM-DD') AS d, TO_TIMESTAMP('2024-01-05 10:00', 'YYYY-MM-DD HH24:MI') AS t

--- ok
SELECT EXTRACT(ISODOW FROM opened_on) AS d, EXTRACT(WEEK FROM opened_on) AS w, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT CASE WHEN EXTRACT(ISODOW FROM opened_on) IN (6, 7) THEN 'weekend' ELSE 'weekday' END AS kind, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT opened_at AT TIME ZONE 'America/New_York' AS ny, opened_at::timestamp AS t FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT CURRENT_TIMESTAMP > '2024-01-01' AS a, LOCALTIMESTAMP > TIMESTAMP '2024-01-01' AS b

--- ok
SELECT status || ' (' || COUNT(*) || ')' AS label FROM sales.claim GROUP BY status ORDER BY 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE ANY (SELECT 'o%' UNION ALL SELECT 'c%')

--- ok
WITH x AS MATERIALIZED (SELECT status FROM sales.claim) SELECT COUNT(*) AS n FROM x

--- ok
WITH x AS NOT MATERIALIZED (SELECT status FROM sales.claim) SELECT COUNT(*) AS n FROM x

--- ok
SELECT SUM(cost) OVER (ORDER BY opened_on RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) AS s FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT SUM(cost) OVER (ORDER BY score GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT LOG(100) AS l, LOG(2, 8) AS l2, LN(1) AS n, CBRT(27) AS c, DIV(7, 2) AS d, PI() AS p

--- ok
SELECT LENGTH(status) AS a, CHAR_LENGTH(status) AS b, OCTET_LENGTH(status) AS c FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT TRANSLATE(status, 'abc', 'xyz') AS t, REVERSE(status) AS r FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT STARTS_WITH(status, 'o') AS s, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT DATE_BIN('7 days', opened_at, TIMESTAMPTZ '2024-01-01 00:00:00+00') AS b, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT COALESCE(SUM(cost), 0)::float8 AS total, AVG(score)::float AS mean FROM sales.claim

--- ok
SELECT COUNT(*)::int AS n, SUM(cost)::bigint AS s, MAX(opened_on)::text AS t FROM sales.claim

--- ok
SELECT DATE(opened_at) AS d, COUNT(*) AS n FROM sales.claim GROUP BY DATE(opened_at) ORDER BY 1

--- ok
SELECT STDDEV_SAMP(cost) / NULLIF(AVG(cost), 0) AS cv FROM sales.claim

--- ok
SELECT NULLIF(TRIM(channel), '') AS c, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT MAX(opened_on) - MIN(opened_on) AS days FROM sales.claim

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 2 DESC, status COLLATE "C" LIMIT 3

--- ok
SELECT r.region_name, p.device_type,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 1 THEN c.cost ELSE 0 END) AS cost_01,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 1 THEN c.claim_id END) AS claims_01,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 2 THEN c.cost ELSE 0 END) AS cost_02,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 2 THEN c.claim_id END) AS claims_02,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 3 THEN c.cost ELSE 0 END) AS cost_03,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 3 THEN c.claim_id END) AS claims_03,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 4 THEN c.cost ELSE 0 END) AS cost_04,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 4 THEN c.claim_id END) AS claims_04,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 5 THEN c.cost ELSE 0 END) AS cost_05,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 5 THEN c.claim_id END) AS claims_05,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 6 THEN c.cost ELSE 0 END) AS cost_06,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 6 THEN c.claim_id END) AS claims_06,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 7 THEN c.cost ELSE 0 END) AS cost_07,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 7 THEN c.claim_id END) AS claims_07,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 8 THEN c.cost ELSE 0 END) AS cost_08,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 8 THEN c.claim_id END) AS claims_08,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 9 THEN c.cost ELSE 0 END) AS cost_09,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 9 THEN c.claim_id END) AS claims_09,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 10 THEN c.cost ELSE 0 END) AS cost_10,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 10 THEN c.claim_id END) AS claims_10,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 11 THEN c.cost ELSE 0 END) AS cost_11,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 11 THEN c.claim_id END) AS claims_11,
       SUM(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 12 THEN c.cost ELSE 0 END) AS cost_12,
       COUNT(CASE WHEN EXTRACT(MONTH FROM c.opened_on) = 12 THEN c.claim_id END) AS claims_12
FROM sales.claim AS c
JOIN sales.region AS r ON c.region_id = r.region_id
JOIN sales.product AS p ON c.product_id = p.product_id
WHERE c.opened_on >= DATE '2024-01-01' AND c.opened_on < DATE '2025-01-01' AND c.status <> 'rejected'
GROUP BY r.region_name, p.device_type
ORDER BY r.region_name, p.device_type

--- ok
WITH spine AS (SELECT v.day FROM (VALUES (CAST('2024-01-01' AS DATE)), (CAST('2024-01-02' AS DATE)), (CAST('2024-01-03' AS DATE)), (CAST('2024-01-04' AS DATE)), (CAST('2024-01-05' AS DATE)), (CAST('2024-01-06' AS DATE)), (CAST('2024-01-07' AS DATE)), (CAST('2024-01-08' AS DATE)), (CAST('2024-01-09' AS DATE)), (CAST('2024-01-10' AS DATE)), (CAST('2024-01-11' AS DATE)), (CAST('2024-01-12' AS DATE)), (CAST('2024-01-13' AS DATE)), (CAST('2024-01-14' AS DATE)), (CAST('2024-01-15' AS DATE)), (CAST('2024-01-16' AS DATE)), (CAST('2024-01-17' AS DATE)), (CAST('2024-01-18' AS DATE)), (CAST('2024-01-19' AS DATE)), (CAST('2024-01-20' AS DATE)), (CAST('2024-01-21' AS DATE)), (CAST('2024-01-22' AS DATE)), (CAST('2024-01-23' AS DATE)), (CAST('2024-01-24' AS DATE)), (CAST('2024-01-25' AS DATE)), (CAST('2024-01-26' AS DATE)), (CAST('2024-01-27' AS DATE)), (CAST('2024-01-28' AS DATE)), (CAST('2024-01-29' AS DATE)), (CAST('2024-01-30' AS DATE)), (CAST('2024-01-31' AS DATE))) AS v(day)),
claims AS (SELECT opened_on AS day, COALESCE(channel, 'none') AS channel, COUNT(*) AS n, SUM(cost) AS cost, SUM(CASE WHEN is_repeat THEN 1 ELSE 0 END) AS repeats FROM sales.claim WHERE opened_on >= DATE '2024-01-01' AND opened_on < DATE '2024-02-01' GROUP BY opened_on, COALESCE(channel, 'none')),
channels AS (SELECT DISTINCT channel FROM claims),
filled AS (SELECT s.day, k.channel, COALESCE(c.n, 0) AS n, COALESCE(c.cost, 0) AS cost, COALESCE(c.repeats, 0) AS repeats FROM spine AS s JOIN claims AS k ON k.day >= s.day OR k.day < s.day LEFT JOIN claims AS c ON c.day = s.day AND c.channel = k.channel),
totals AS (SELECT day, SUM(n) AS n, SUM(cost) AS cost, SUM(repeats) AS repeats FROM claims GROUP BY day),
moving AS (SELECT day, n, cost, repeats, SUM(n) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week_n, AVG(cost) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week_cost, LAG(n, 7) OVER (ORDER BY day) AS before_n, RANK() OVER (ORDER BY cost DESC) AS place FROM totals)
SELECT s.day, COALESCE(m.n, 0) AS n, COALESCE(m.cost, 0) AS cost, m.week_n, ROUND(m.week_cost, 2) AS week_cost, m.n - m.before_n AS change,
       ROUND(100.0 * (m.n - m.before_n) / NULLIF(m.before_n, 0), 1) AS change_pct, m.place, CASE WHEN m.repeats > 0 THEN 'some' ELSE 'none' END AS repeats,
       (SELECT COUNT(*) FROM filled AS f WHERE f.day = s.day AND f.n = 0) AS silent
FROM spine AS s
LEFT JOIN moving AS m ON m.day = s.day
ORDER BY s.day

--- ok
SELECT region_id, ARRAY_AGG(claim_id ORDER BY claim_id) AS ids FROM sales.claim GROUP BY region_id

--- ok
SELECT ARRAY_AGG(DISTINCT status ORDER BY status) AS statuses FROM sales.claim

--- ok
SELECT region_id, CARDINALITY(ARRAY_AGG(DISTINCT status)) AS kinds FROM sales.claim GROUP BY region_id

--- ok
SELECT ARRAY_LENGTH(ARRAY_AGG(claim_id), 1) AS n FROM sales.claim

--- ok
SELECT ARRAY_TO_STRING(ARRAY_AGG(DISTINCT status ORDER BY status), ', ') AS statuses FROM sales.claim

--- ok
SELECT status, ARRAY_AGG(claim_id ORDER BY claim_id) FILTER (WHERE cost > 300) AS dear FROM sales.claim GROUP BY status

--- ok
WITH s AS (SELECT region_id, ARRAY_AGG(DISTINCT status ORDER BY status) AS seen FROM sales.claim GROUP BY 1) SELECT region_id, ARRAY_TO_STRING(seen, '/') AS path FROM s

--- ok
SELECT claim_id FROM sales.claim WHERE status SIMILAR TO '(open|closed)%'

--- ok
SELECT claim_id FROM sales.claim WHERE NOT status SIMILAR TO '%_progress'

--- ok
SELECT claim_id, opened_at + MAKE_INTERVAL(0, 0, 0, score) AS due FROM sales.claim

--- ok
SELECT claim_id, opened_at + score * INTERVAL '1 day' AS due FROM sales.claim

--- ok
SELECT JSON_EXTRACT_PATH_TEXT(CAST('{"a": {"b": "x"}}' AS JSON), 'a', 'b') AS value

--- ok
SELECT claim_id, JSON_EXTRACT_PATH_TEXT(CAST(CONCAT('{"s": "', status, '"}') AS JSON), 's') AS s FROM sales.claim

--- ok
SELECT MD5(status) AS mark, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT DATE_BIN('15 minutes', opened_at, TIMESTAMPTZ '2024-01-01 00:00:00+00') AS bin, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT WIDTH_BUCKET(cost, 0, 600, 6) AS bucket, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
WITH x AS (SELECT 1 AS a) SELECT q.a, x.a AS b FROM (WITH x AS (SELECT 2 AS a) SELECT a FROM x) AS q JOIN x ON x.a < q.a

--- ok
(WITH x AS (SELECT 2 AS a) SELECT a FROM x) UNION ALL (WITH x AS (SELECT 3 AS a) SELECT a FROM x)

--- ok
WITH claim AS (SELECT status FROM sales.claim WHERE score > 2) SELECT claim.status, COUNT(*) AS n FROM claim GROUP BY 1

--- ok
SELECT claim_id FROM sales.claim ORDER BY claim_id FETCH FIRST 7 ROWS ONLY

--- ok
SELECT EXTRACT('month' FROM opened_on) AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT status AS s FROM sales.claim ORDER BY s, claim_id

--- ok
SELECT ROUND(AVG(score)::numeric, 2) AS a, (SUM(cost) / NULLIF(COUNT(*), 0))::numeric AS b, COUNT(*)::decimal / 2 AS c FROM sales.claim

--- ok
SELECT ROUND(CAST(x.n AS NUMERIC) / x.m, 3) AS r FROM (SELECT COUNT(*) AS n, MAX(score) AS m FROM sales.claim) AS x

--- ok
SELECT ROUND((SELECT AVG(score) FROM sales.claim)::numeric, 1) AS a, CAST('12.50' AS NUMERIC) AS b, CAST(1 AS DECIMAL) AS c

--- ok
SELECT CAST(CONCAT('1', '.5') AS DECIMAL(10, 2)) AS a, ROUND(CAST(PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY score) AS NUMERIC), 1) AS b FROM sales.claim

--- ok
WITH t AS (SELECT region_id, COALESCE(SUM(score), 0) AS s FROM sales.claim GROUP BY 1) SELECT region_id, ROUND(s::numeric / NULLIF(SUM(s) OVER (), 0), 4) AS share FROM t ORDER BY 1

--- ok
SELECT ROUND(CAST(CASE WHEN score > 2 THEN cost ELSE 0 END AS NUMERIC), 1) AS c, ROUND(EXTRACT(EPOCH FROM closed_at - opened_at)::numeric / 3600, 2) AS h FROM sales.claim ORDER BY claim_id

--- ok
SELECT CAST(region_name AS NUMERIC) AS r FROM sales.region WHERE region_name = '1'

--- ok
SELECT ROUND(CAST(v.a AS NUMERIC) * 2, 1) AS a FROM (VALUES (1.5), (2)) AS v(a)

--- ok
SELECT ROUND(SUM(score) FILTER (WHERE status = 'open')::numeric / COUNT(*), 3) AS share, ROUND(STDDEV(score)::numeric, 4) AS sd FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE'2024-01-10' AND opened_on < DATE'2024-02-01'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on < DATE'2024-02-01' + INTERVAL'7' DAY

--- ok
SELECT opened_on + MAKE_INTERVAL(days => score, hours => 2) AS t FROM sales.claim ORDER BY claim_id

--- ok
SELECT MAKE_INTERVAL(days => 1) AS i, MAKE_INTERVAL(1, months => 2) AS j

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE (opened_at, COALESCE(closed_at, opened_at)) OVERLAPS (DATE '2024-01-05', DATE '2024-01-20')

--- ok
SELECT a.claim_id, COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON a.region_id = b.region_id AND (a.opened_at, a.closed_at) OVERLAPS (b.opened_at, b.closed_at) GROUP BY a.claim_id ORDER BY 1

--- ok
SELECT NUM_NULLS(channel, cost) AS missing, COUNT(*) AS n FROM sales.claim GROUP BY NUM_NULLS(channel, cost) ORDER BY 1

--- ok
SELECT NUM_NONNULLS(channel, closed_at) AS k, ASCII(status) AS a, TIMEZONE('Europe/Lisbon', opened_at) AS t FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT COUNT(*) AS total, COUNT(DISTINCT region_id) AS regions, SUM(CASE WHEN status = 'open' THEN 1 ELSE 0 END) AS open_claims FROM sales.claim

--- ok
SELECT r.region_name, ROUND(AVG(c.cost), 2) AS avg_cost FROM sales.claim c LEFT JOIN sales.region r ON c.region_id = r.region_id GROUP BY r.region_name HAVING COUNT(*) > 3 ORDER BY avg_cost DESC NULLS LAST

--- ok
SELECT CASE WHEN cost < 100 THEN 'small' WHEN cost < 300 THEN 'medium' ELSE 'large' END AS bucket, COUNT(*) FROM sales.claim GROUP BY 1

--- ok
SELECT status, COUNT(*) * 100.0 / SUM(COUNT(*)) OVER () AS pct FROM sales.claim GROUP BY status

--- ok
SELECT region_id, status, SUM(cost) FROM sales.claim GROUP BY GROUPING SETS ((region_id, status), (region_id), ())

--- ok
SELECT region_id, status, SUM(cost), GROUPING(region_id) FROM sales.claim GROUP BY ROLLUP(region_id, status)

--- ok
SELECT region_id, status, SUM(cost) FROM sales.claim GROUP BY CUBE(region_id, status)

--- ok
SELECT claim_id FROM sales.claim WHERE opened_on BETWEEN DATE '2024-01-01' AND DATE '2024-01-31' AND channel IS NOT NULL

--- ok
SELECT claim_id FROM sales.claim WHERE status IN ('open', 'closed') AND NOT is_repeat

--- ok
SELECT region_id FROM sales.claim INTERSECT ALL SELECT region_id FROM sales.region

--- ok
SELECT region_id FROM sales.region EXCEPT ALL SELECT region_id FROM sales.claim

--- ok
SELECT status, COUNT(*) FILTER (WHERE score >= 3) AS good, AVG(cost) FILTER (WHERE channel = 'app') AS app_cost FROM sales.claim GROUP BY status

--- ok
SELECT v.label, COUNT(c.claim_id) FROM (VALUES (1, 'one'), (2, 'two'), (3, 'three')) AS v(id, label) LEFT JOIN sales.claim c ON c.region_id = v.id GROUP BY v.label

--- ok
SELECT COALESCE(channel, 'unknown') AS channel, COUNT(*) FROM sales.claim GROUP BY COALESCE(channel, 'unknown')

--- ok
SELECT claim_id, closed_at - opened_at AS duration FROM sales.claim WHERE closed_at IS NOT NULL

--- ok
SELECT UPPER(SUBSTRING(status, 1, 1)) || LOWER(SUBSTRING(status, 2)) AS nice FROM sales.claim

--- ok
SELECT c.claim_id FROM sales.claim c WHERE c.cost > (SELECT AVG(c2.cost) FROM sales.claim c2 WHERE c2.region_id = c.region_id)

--- ok
SELECT r.region_name FROM sales.region r WHERE NOT EXISTS (SELECT 1 FROM sales.claim c WHERE c.region_id = r.region_id)

--- ok
SELECT STDDEV_SAMP(cost), VAR_POP(cost), CORR(cost, score), REGR_SLOPE(cost, score) FROM sales.claim

--- ok
SELECT COUNT(DISTINCT CASE WHEN status = 'open' THEN claim_id END) AS n FROM sales.claim

--- ok
SELECT SUM(cost) OVER w, AVG(cost) OVER w FROM sales.claim WINDOW w AS (PARTITION BY status ORDER BY opened_on)

--- ok
SELECT POSITION('e' IN status), CHAR_LENGTH(status), TRIM(BOTH ' ' FROM status) FROM sales.claim

--- ok
SELECT claim_id, GREATEST(cost, 10), LEAST(score, 3), ABS(score - 3), POWER(score, 2), SQRT(score), MOD(score, 2) FROM sales.claim

--- ok
SELECT c.status, p.device_type, COUNT(*) FROM sales.claim AS c JOIN sales.product AS p USING (product_id) GROUP BY c.status, p.device_type

--- ok
SELECT COUNT(*) FROM sales.claim WHERE (region_id, status) IN (SELECT region_id, 'open' FROM sales.region)

--- ok
SELECT DISTINCT status, channel FROM sales.claim ORDER BY status, channel

--- ok
SELECT t.status, t.n, SUM(t.n) OVER (ORDER BY t.n DESC, t.status ROWS UNBOUNDED PRECEDING) AS running FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status) t

--- ok
SELECT 'total' AS label, SUM(cost) AS v FROM sales.claim UNION ALL SELECT status, SUM(cost) FROM sales.claim GROUP BY status

--- ok
SELECT claim_id FROM sales.claim WHERE cost IS DISTINCT FROM 15

--- ok
SELECT ROUND(100.0 * SUM(CASE WHEN is_repeat THEN 1 ELSE 0 END) / NULLIF(COUNT(*), 0), 1) AS repeat_rate FROM sales.claim

--- ok
SELECT AVG(CASE WHEN closed_at IS NULL THEN NULL ELSE score END) FROM sales.claim

--- ok
WITH a AS (SELECT region_id, COUNT(*) n FROM sales.claim GROUP BY region_id), b AS (SELECT AVG(n) AS m FROM a) SELECT a.region_id FROM a CROSS JOIN b WHERE a.n > b.m

--- ok
SELECT EXTRACT(QUARTER FROM opened_on), EXTRACT(WEEK FROM opened_on), EXTRACT(DOY FROM opened_on) FROM sales.claim

--- ok
SELECT SUM(cost) AS total FROM sales.claim GROUP BY ()

--- ok
SELECT status, MIN(cost), MAX(cost), MAX(cost) - MIN(cost) AS spread FROM sales.claim GROUP BY status HAVING MAX(cost) - MIN(cost) > 10

--- ok
SELECT CAST(cost AS INTEGER), CAST(cost AS VARCHAR(20)), CAST(score AS DOUBLE PRECISION), CAST('2024-01-01' AS TIMESTAMP) FROM sales.claim

--- ok
SELECT COUNT(*) FROM sales.claim WHERE EXTRACT(HOUR FROM opened_at) BETWEEN 9 AND 17

--- ok
SELECT a.claim_id, b.claim_id FROM sales.claim a JOIN sales.claim b ON a.region_id = b.region_id AND a.claim_id < b.claim_id AND b.opened_on - a.opened_on <= 7

--- ok
SELECT LN(cost + 1), LOG10(cost + 1), EXP(score), CEIL(cost), FLOOR(cost), SIGN(cost) FROM sales.claim

--- ok
SELECT CASE status WHEN 'open' THEN 1 WHEN 'closed' THEN 2 ELSE 3 END AS s FROM sales.claim ORDER BY s

--- ok
SELECT MAX(opened_at) FROM sales.claim WHERE opened_at < TIMESTAMP '2024-03-01 00:00:00'

--- ok
SELECT region_id, SUM(CASE WHEN status='open' THEN cost END) open_cost, SUM(CASE WHEN status='closed' THEN cost END) closed_cost FROM sales.claim GROUP BY region_id

--- ok
SELECT (SELECT COUNT(*) FROM sales.claim WHERE status = 'open') * 1.0 / (SELECT COUNT(*) FROM sales.claim) AS open_share

--- ok
SELECT TO_CHAR(opened_at, 'YYYY-MM') AS ym, COUNT(*) FROM sales.claim GROUP BY 1

--- ok
SELECT TO_CHAR(opened_at, 'Mon DD, YYYY'), TO_CHAR(cost, 'FM999,999.00'), TO_CHAR(opened_on, 'Day') FROM sales.claim

--- ok
SELECT EXTRACT(EPOCH FROM (closed_at - opened_at)) / 86400 AS days FROM sales.claim WHERE closed_at IS NOT NULL

--- ok
SELECT opened_at::date, cost::int, status::text FROM sales.claim

--- ok
SELECT status ILIKE '%OPEN%' FROM sales.claim

--- ok
SELECT status ~ '^in_', status !~* 'x' FROM sales.claim

--- ok
SELECT SPLIT_PART(status, '_', 1) FROM sales.claim

--- ok
SELECT REGEXP_REPLACE(status, '_', ' ', 'g') FROM sales.claim

--- ok
SELECT INITCAP(REPLACE(status, '_', ' ')) FROM sales.claim

--- ok
SELECT COUNT(*) FROM sales.claim WHERE opened_at AT TIME ZONE 'Europe/Lisbon' >= '2024-01-02'

--- ok
SELECT DATE_TRUNC('week', opened_at AT TIME ZONE 'UTC')::date AS week, COUNT(*) FROM sales.claim GROUP BY week ORDER BY week

--- ok
SELECT WIDTH_BUCKET(cost, 0, 600, 6) AS b, COUNT(*) FROM sales.claim GROUP BY b ORDER BY b

--- ok
SELECT status, BOOL_OR(is_repeat), BOOL_AND(is_repeat), EVERY(is_repeat) FROM sales.claim GROUP BY status

--- ok
SELECT MAKE_DATE(2024, 1, 1), MAKE_INTERVAL(days => 3), MAKE_INTERVAL(0, 0, 0, 3)

--- ok
SELECT opened_on + 7, opened_on - 7, opened_on - DATE '2024-01-01' FROM sales.claim

--- ok
SELECT COALESCE(NULLIF(channel, ''), 'none') FROM sales.claim

--- ok
SELECT ROUND(AVG(cost)::numeric, 2), TRUNC(cost), DIV(score, 2) FROM sales.claim GROUP BY cost, score

--- ok
SELECT LEFT(status, 3), RIGHT(status, 2), LPAD(status, 12, '*'), REVERSE(status), STRPOS(status, 'e') FROM sales.claim

--- ok
SELECT DATE_BIN('15 minutes', opened_at, TIMESTAMP '2024-01-01') FROM sales.claim

--- ok
SELECT JUSTIFY_INTERVAL(closed_at - opened_at) FROM sales.claim

--- ok
SELECT COUNT(*) FILTER (WHERE closed_at IS NULL)::numeric / COUNT(*) FROM sales.claim

--- ok
SELECT CORR(cost, score), COVAR_SAMP(cost, score), REGR_R2(cost, score) FROM sales.claim

--- ok
SELECT GREATEST(opened_at, closed_at), opened_at + (score || ' days')::interval FROM sales.claim

--- ok
SELECT (cost > 100)::int, SUM((cost > 100)::int) OVER () FROM sales.claim

--- ok
SELECT SUBSTRING(status FROM '([a-z]+)_') FROM sales.claim

--- ok
SELECT LENGTH(status) - LENGTH(REPLACE(status, 'e', '')) AS es FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at > TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at + INTERVAL '2' HOUR < TIMESTAMP '2024-03-01 00:00:00' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT COUNT(*) AS n, '1 day'::interval AS i FROM sales.claim WHERE COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT TO_CHAR(score / 7.0, 'FM990.0%') AS share, TO_CHAR(opened_on, 'yyyy-mm') AS month FROM sales.claim

--- ok
SELECT t.day, COUNT(c.claim_id) AS n FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day') AS t(day) LEFT JOIN sales.claim AS c ON c.opened_on = CAST(t.day AS DATE) GROUP BY 1 ORDER BY 1

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM generate_series(DATE '2024-01-01', DATE '2024-03-31', INTERVAL '1 day') AS t(day) LEFT JOIN daily AS d ON d.opened_on = CAST(t.day AS DATE) ORDER BY t.day

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM generate_series(CURRENT_DATE - INTERVAL '30 days', CURRENT_DATE, INTERVAL '1 day') AS t(day) LEFT JOIN daily AS d ON d.opened_on = CAST(t.day AS DATE) ORDER BY t.day

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM generate_series(CURRENT_DATE - 30, CURRENT_DATE - 1, INTERVAL '1 day') AS t(day) LEFT JOIN daily AS d ON d.opened_on = CAST(t.day AS DATE) ORDER BY t.day

--- ok
SELECT t.month, COALESCE(SUM(c.cost), 0) AS cost FROM generate_series(DATE '2024-01-01', DATE '2024-12-01', INTERVAL '1 month') AS t(month) LEFT JOIN sales.claim AS c ON DATE_TRUNC('month', c.opened_on) = t.month GROUP BY t.month ORDER BY t.month

--- ok
SELECT t.month, COUNT(c.claim_id) AS n FROM generate_series(DATE_TRUNC('month', CURRENT_DATE) - INTERVAL '11 months', DATE_TRUNC('month', CURRENT_DATE), INTERVAL '1 month') AS t(month) LEFT JOIN sales.claim AS c ON DATE_TRUNC('month', c.opened_on) = t.month GROUP BY t.month ORDER BY t.month

--- ok
SELECT t.day FROM generate_series(DATE '2024-01-31', DATE '2024-12-31', INTERVAL '1 month') AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM generate_series(DATE '2024-02-29', DATE '2032-02-29', INTERVAL '1 year') AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM generate_series(CAST('2024-01-01' AS DATE), CAST('2024-03-31' AS DATE), INTERVAL '2 weeks') AS t(day) ORDER BY t.day

--- ok
SELECT t.day FROM generate_series(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-31 00:00:00', INTERVAL '1 day') AS t(day) ORDER BY t.day

--- ok
SELECT t.day FROM generate_series('2024-01-01'::date, '2024-01-01'::date + INTERVAL '6 months', '1 week'::interval) AS t(day) ORDER BY t.day

--- ok
SELECT t.score, COUNT(c.claim_id) AS n FROM generate_series(1, 10) AS t(score) LEFT JOIN sales.claim AS c ON c.score = t.score GROUP BY t.score ORDER BY t.score

--- ok
WITH days AS (SELECT CAST(t.day AS DATE) AS day FROM generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL '1 day') AS t(day)) SELECT d.day, r.region_id FROM days AS d CROSS JOIN (SELECT region_id FROM sales.region ORDER BY region_id LIMIT 3) AS r ORDER BY 1, 2

--- ok
WITH days AS (SELECT CAST(t.day AS DATE) AS day FROM generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL '1 day') AS t(day)), daily AS (SELECT opened_on, region_id, SUM(cost) AS cost FROM sales.claim GROUP BY 1, 2) SELECT d.day, r.region_name, COALESCE(SUM(x.cost), 0) AS cost FROM days AS d CROSS JOIN sales.region AS r LEFT JOIN daily AS x ON x.opened_on = d.day AND x.region_id = r.region_id GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT t.day, COUNT(c.claim_id) AS open FROM generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL '1 day') AS t(day) LEFT JOIN sales.claim AS c ON c.opened_on <= t.day AND (c.closed_at IS NULL OR CAST(c.closed_at AS DATE) > t.day) GROUP BY t.day ORDER BY t.day

--- ok
SELECT * FROM generate_series(0, 100, 7) AS t(n) ORDER BY n

--- ok
SELECT t.n FROM generate_series(-6, 0) AS t(n) ORDER BY t.n

--- ok
SELECT t.n FROM generate_series(10, 1, -1) AS t(n) ORDER BY t.n

--- ok
SELECT h.hour, COUNT(c.claim_id) AS n FROM generate_series(0, 23) AS h(hour) LEFT JOIN sales.claim AS c ON EXTRACT(HOUR FROM c.opened_at AT TIME ZONE 'UTC') = h.hour GROUP BY h.hour ORDER BY h.hour

--- ok
SELECT s.score, c.claim_id FROM sales.claim AS c RIGHT JOIN generate_series(1, 8) AS s(score) ON s.score = c.score ORDER BY 1, 2

--- ok
SELECT a.n, b.n AS m FROM generate_series(1, 20) AS a(n) CROSS JOIN generate_series(1, 20) AS b(n) ORDER BY 1, 2

--- ok
SELECT a.n, b.n AS m FROM generate_series(1, 20) AS a(n) JOIN generate_series(1, 20, 3) AS b(n) ON a.n = b.n ORDER BY 1

--- ok
SELECT claim_id FROM sales.claim WHERE score IN (SELECT t.n FROM generate_series(1, 5, 2) AS t(n)) ORDER BY claim_id

--- ok
SELECT COUNT(*) AS days FROM "generate_series"(1, 5) AS t(n)

--- ok
SELECT day FROM generate_series(1, 5) AS day ORDER BY day

--- ok
SELECT day::date AS day FROM generate_series(DATE '2024-01-01', DATE '2024-01-31', '1 day') AS day ORDER BY day

--- ok
SELECT n.n FROM generate_series(1, 5) n ORDER BY 1

--- ok
WITH days AS (SELECT generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL '1 day')::date AS day) SELECT d.day, COUNT(c.claim_id) AS n FROM days AS d LEFT JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day ORDER BY d.day

--- ok
SELECT d.day, COUNT(c.claim_id) AS n FROM (SELECT generate_series(date_trunc('day', now()) - INTERVAL '29 days', date_trunc('day', now()), INTERVAL '1 day')::date AS day) AS d LEFT JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day ORDER BY d.day

--- ok
SELECT generate_series(1, 5) AS n ORDER BY n DESC LIMIT 3

--- ok
SELECT t.day FROM generate_series(CURRENT_DATE - INTERVAL '4 years', CURRENT_DATE, INTERVAL '1 day') AS t(day) ORDER BY t.day LIMIT 10

--- ok
SELECT t.day FROM generate_series((CURRENT_DATE - INTERVAL '2 weeks')::date, CURRENT_DATE::timestamp, INTERVAL '1 day') AS t(day) ORDER BY t.day

--- ok
WITH labels AS (SELECT 'open' AS status, 0 AS place UNION ALL SELECT 'closed', 1 UNION ALL SELECT 'in_progress', 2 UNION ALL SELECT 'rejected', 3) SELECT l.place, l.status, COUNT(c.claim_id) AS n FROM labels AS l LEFT JOIN sales.claim AS c ON c.status = l.status GROUP BY 1, 2 ORDER BY 1

--- ok
WITH params AS (SELECT DATE '2024-01-05' AS begins, DATE '2024-02-20' AS ends), p1 AS (SELECT c.region_id, COUNT(*) AS n FROM sales.claim AS c CROSS JOIN params AS p WHERE c.opened_on >= p.begins AND c.opened_on < p.ends AND c.score = 1 GROUP BY c.region_id), p2 AS (SELECT c.region_id, COUNT(*) AS n FROM sales.claim AS c CROSS JOIN params AS p WHERE c.opened_on >= p.begins AND c.opened_on < p.ends AND c.score = 2 GROUP BY c.region_id), p3 AS (SELECT c.region_id, COUNT(*) AS n FROM sales.claim AS c CROSS JOIN params AS p WHERE c.opened_on >= p.begins AND c.opened_on < p.ends AND c.score = 3 GROUP BY c.region_id), p4 AS (SELECT c.region_id, COUNT(*) AS n FROM sales.claim AS c CROSS JOIN params AS p WHERE c.opened_on >= p.begins AND c.opened_on < p.ends AND c.score = 4 GROUP BY c.region_id), p5 AS (SELECT c.region_id, COUNT(*) AS n FROM sales.claim AS c CROSS JOIN params AS p WHERE c.opened_on >= p.begins AND c.opened_on < p.ends AND c.score = 5 GROUP BY c.region_id) SELECT r.region_name, COALESCE(p1.n, 0) AS n1, COALESCE(p2.n, 0) AS n2, COALESCE(p3.n, 0) AS n3, COALESCE(p4.n, 0) AS n4, COALESCE(p5.n, 0) AS n5 FROM sales.region AS r LEFT JOIN p1 ON p1.region_id = r.region_id LEFT JOIN p2 ON p2.region_id = r.region_id LEFT JOIN p3 ON p3.region_id = r.region_id LEFT JOIN p4 ON p4.region_id = r.region_id LEFT JOIN p5 ON p5.region_id = r.region_id ORDER BY 1

--- ok
SELECT a.claim_id, b.claim_id AS other, r.region_name FROM sales.claim AS a JOIN sales.claim AS b ON b.claim_id = a.claim_id + 1 LEFT JOIN sales.region AS r ON r.region_id = a.region_id AND a.score = b.score ORDER BY 1

--- ok
SELECT a.claim_id, b.claim_id AS other, r.region_name FROM sales.claim AS a CROSS JOIN sales.claim AS b LEFT JOIN sales.region AS r ON r.region_id = a.region_id WHERE b.claim_id = a.claim_id + 1 ORDER BY 1

--- ok
SELECT a.claim_id, b.claim_id AS other, p.k FROM sales.claim AS a CROSS JOIN sales.claim AS b CROSS JOIN (SELECT 1 AS k) AS p INNER JOIN sales.region AS r ON r.region_id = a.region_id AND b.claim_id = a.claim_id + 1 ORDER BY 1

--- ok
WITH a AS (SELECT SUM(cost) AS cost FROM sales.claim), b AS (SELECT COUNT(*) AS n FROM sales.claim), c AS (SELECT MAX(score) AS score FROM sales.claim) SELECT a.cost / b.n AS mean, c.score FROM a CROSS JOIN b CROSS JOIN c

--- ok
WITH total AS (SELECT COUNT(*) AS n FROM sales.claim) SELECT c.status, COUNT(*) * 1.0 / MAX(t.n) AS share FROM sales.claim AS c CROSS JOIN total AS t GROUP BY c.status ORDER BY 1

--- ok
SELECT a.n, COUNT(*) AS k FROM generate_series(1, 400) AS a(n) JOIN generate_series(1, 400) AS b(n) ON b.n BETWEEN a.n - 27 AND a.n GROUP BY a.n ORDER BY a.n

--- ok
WITH days AS (SELECT n FROM generate_series(1, 60) AS s(n)), daily AS (SELECT claim_id AS n, SUM(cost) AS cost FROM sales.claim GROUP BY claim_id), rolling AS (SELECT a.n, SUM(d.cost) AS cost FROM days AS a JOIN days AS b ON b.n BETWEEN a.n - 6 AND a.n LEFT JOIN daily AS d ON d.n = b.n GROUP BY a.n) SELECT x.n, x.cost, y.cost AS before FROM rolling AS x LEFT JOIN rolling AS y ON y.n = x.n - 7 ORDER BY x.n

--- ok
SELECT d.n, v.label, w.goal FROM generate_series(1, 365) AS d(n) LEFT JOIN (VALUES (1, 'first'), (100, 'hundredth')) AS v(n, label) ON v.n = d.n LEFT JOIN (VALUES (1, 10), (2, 20), (3, 30)) AS w(n, goal) ON w.n = d.n ORDER BY d.n

--- ok
SELECT a.n, b.n AS m FROM generate_series(1, 5) AS a(n) FULL JOIN (SELECT n + 2 AS n FROM generate_series(1, 5) AS s(n)) AS b ON a.n = b.n ORDER BY 1, 2

--- ok
SELECT r.region_id, (SELECT COUNT(*) FROM sales.claim AS c WHERE c.region_id = r.region_id AND c.score > (SELECT MIN(score) FROM sales.claim)) AS n FROM sales.region AS r ORDER BY 1

--- ok
WITH g AS (SELECT region_id, COUNT(*) AS n FROM sales.claim GROUP BY ROLLUP (region_id)), t AS (SELECT COUNT(*) AS n FROM sales.claim) SELECT g.region_id, g.n, t.n AS total FROM g CROSS JOIN t ORDER BY 1, 2

--- ok
SELECT a.n, STRING_AGG(CAST(b.n AS VARCHAR(9)), ',') AS l FROM generate_series(1, 300) AS a(n) JOIN generate_series(1, 300) AS b(n) ON b.n = a.n GROUP BY a.n ORDER BY a.n

--- ok
SELECT a.claim_id, v.n, c.score FROM sales.claim AS a CROSS JOIN (VALUES (1), (2)) AS v(n) LEFT JOIN sales.claim AS c ON c.score = v.n AND c.claim_id = a.claim_id ORDER BY 1, 2

--- ok
SELECT a.claim_id, c.score, d.cost FROM sales.claim AS a JOIN sales.product AS p ON p.product_id = a.product_id LEFT JOIN sales.claim AS c ON c.claim_id = a.claim_id AND c.product_id = p.product_id LEFT JOIN sales.claim AS d ON d.claim_id = c.claim_id ORDER BY 1

--- ok
SELECT claim_id, COUNT(*) AS n FROM sales.claim AS a FULL JOIN (SELECT claim_id FROM sales.claim WHERE score > 2) AS b USING (claim_id) FULL JOIN (SELECT claim_id FROM sales.claim WHERE score < 2) AS c USING (claim_id) GROUP BY claim_id ORDER BY claim_id

--- ok
WITH grid AS (SELECT r.region_id, p.product_id, COUNT(c.claim_id) AS n FROM sales.region AS r CROSS JOIN sales.product AS p LEFT JOIN sales.claim AS c ON c.region_id = r.region_id AND c.product_id = p.product_id GROUP BY r.region_id, p.product_id) SELECT region_id, product_id, n FROM grid ORDER BY 1, 2

--- ok
WITH days AS (SELECT DISTINCT opened_on AS day FROM sales.claim) SELECT d.day, r.region_name, COALESCE(SUM(c.cost), 0) AS cost FROM days AS d CROSS JOIN sales.region AS r LEFT JOIN sales.claim AS c ON c.opened_on = d.day AND c.region_id = r.region_id GROUP BY d.day, r.region_name ORDER BY 1, 2

--- ok
SELECT region_id, (ARRAY_AGG(status ORDER BY opened_at DESC))[1] AS last_status FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT region_id, (ARRAY_AGG(claim_id ORDER BY cost DESC NULLS LAST, claim_id))[1:3] AS top3 FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT (ARRAY_AGG(claim_id ORDER BY claim_id))[2:] FROM sales.claim WHERE claim_id < 5

--- ok
SELECT (ARRAY_AGG(claim_id ORDER BY claim_id))[:3] FROM sales.claim

--- ok
SELECT (ARRAY_AGG(claim_id ORDER BY claim_id))[0] AS none, (ARRAY_AGG(claim_id ORDER BY claim_id))[-1] AS neither FROM sales.claim

--- ok
SELECT (STRING_TO_ARRAY(status, '_'))[1] AS head, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT claim_id, (STRING_TO_ARRAY(status, '_'))[2] AS second, ((STRING_TO_ARRAY(status, '_'))[1:2])[1] AS again FROM sales.claim ORDER BY claim_id

--- ok
SELECT CARDINALITY(STRING_TO_ARRAY(status, '_')) AS words, ARRAY_LENGTH(STRING_TO_ARRAY(status, '_'), 1) AS same FROM sales.claim ORDER BY claim_id

--- ok
SELECT STRING_TO_ARRAY(status, '') FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT (REGEXP_MATCH(status, '^([a-z]+)_'))[1] AS head, REGEXP_SUBSTR(status, '[a-z]+') AS word, REGEXP_COUNT(status, '[aeiou]') AS vowels FROM sales.claim ORDER BY claim_id

--- ok
SELECT l.parts[1] AS head FROM (SELECT claim_id, STRING_TO_ARRAY(status, '_') AS parts FROM sales.claim) AS l ORDER BY l.claim_id

--- ok
SELECT q.j ->> 's' AS status, q.j -> 'n' ->> 'id' AS id FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q ORDER BY q.claim_id

--- ok
SELECT j -> 'n' -> 'l' ->> 1 AS score, COUNT(*) AS n FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q GROUP BY 1 ORDER BY 1

--- ok
SELECT COUNT(*) FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q WHERE j ->> 's' = 'open' AND j -> 'n' ->> 'id' IS NOT NULL

--- ok
SELECT COUNT(*) FILTER (WHERE j ->> 's' IN ('open', 'closed')) AS n, COUNT(*) FILTER (WHERE j ->> 's' LIKE 'o%') AS o FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q

--- ok
SELECT SUM((j -> 'n' ->> 'id')::INT) AS total, AVG((j #>> '{n,l,1}')::DECIMAL(38, 10)) AS mean FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q

--- ok
SELECT 'is ' || (j ->> 's') AS a, j ->> 's' || '!' AS b, UPPER(j ->> 's') AS c, COALESCE(j ->> 'x', 'none') AS d FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q ORDER BY claim_id LIMIT 5

--- ok
SELECT (j ->> 's') = 'open' AS is_open, j ->> 's' ~ '^o' AS starts, JSON_EXTRACT_PATH_TEXT(j, 'n', 'id') AS id FROM (SELECT claim_id, CAST(CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}') AS JSON) AS j FROM sales.claim) AS q ORDER BY claim_id LIMIT 5

--- ok
SELECT r.region_name, t.claim_id, t.cost FROM sales.region AS r CROSS JOIN LATERAL (SELECT c.claim_id, c.cost FROM sales.claim AS c WHERE c.region_id = r.region_id ORDER BY c.cost DESC NULLS LAST, c.claim_id LIMIT 3) AS t ORDER BY 1, 2

--- ok
SELECT r.region_name, t.n FROM sales.region AS r LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim AS c WHERE c.region_id = r.region_id) AS t ON TRUE ORDER BY 1

--- ok
SELECT c.claim_id, x.days, y.band FROM sales.claim AS c, LATERAL (SELECT EXTRACT(DAY FROM c.closed_at - c.opened_at) AS days) AS x, LATERAL (SELECT CASE WHEN x.days > 1 THEN 'slow' ELSE 'quick' END AS band) AS y ORDER BY 1

--- ok
WITH d AS (SELECT DISTINCT opened_on FROM sales.claim), g AS (SELECT opened_on, opened_on - (ROW_NUMBER() OVER (ORDER BY opened_on))::int AS grp FROM d) SELECT MIN(opened_on) AS from_on, MAX(opened_on) AS to_on, COUNT(*) AS days FROM g GROUP BY grp ORDER BY 1

--- ok
WITH s AS (SELECT product_id, SUM(cost) AS total FROM sales.claim GROUP BY 1), r AS (SELECT product_id, total, SUM(total) OVER (ORDER BY total DESC, product_id) AS running, SUM(total) OVER () AS all_total FROM s) SELECT product_id, total, ROUND(running / all_total, 4) AS cum_share FROM r WHERE running - total < 0.8 * all_total ORDER BY total DESC

--- ok
WITH m AS (SELECT DATE_TRUNC('month', opened_on) AS month, COUNT(*) AS n FROM sales.claim GROUP BY 1) SELECT month, n, LAG(n, 12) OVER (ORDER BY month) AS prev, ROUND(100.0 * (n - LAG(n, 12) OVER (ORDER BY month)) / NULLIF(LAG(n, 12) OVER (ORDER BY month), 0), 1) AS yoy FROM m ORDER BY month

--- ok
SELECT 1.0 * COUNT(*) FILTER (WHERE closed_at IS NOT NULL AND closed_at <= opened_at + INTERVAL '24 hours') / COUNT(*) AS within_sla FROM sales.claim

--- ok
SELECT opened_at::date - LAG(opened_at::date) OVER (PARTITION BY product_id ORDER BY opened_at) AS gap FROM sales.claim ORDER BY claim_id

--- ok unordered
SELECT r.*, x.a FROM sales.region AS r, LATERAL (SELECT r.region_id + 1 AS a) AS x

--- ok
SELECT COUNT(*) FROM sales.claim WHERE status = ANY('{open,closed}')

--- ok
SELECT COUNT(*) FROM sales.claim WHERE status = ANY('{open, in_progress ,closed}'::text[])

--- ok
SELECT COUNT(*) FROM sales.claim WHERE score = ANY('{1,2,3}'::int[])

--- ok
SELECT COUNT(*) FROM sales.claim WHERE opened_on = ANY('{2024-01-02,2024-01-03}'::date[])

--- ok
SELECT COUNT(*) FROM sales.claim WHERE status = ANY(ARRAY['open', 'closed'])

--- ok
SELECT claim_id FROM sales.claim WHERE status <> ALL (ARRAY['open', 'closed']) ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE channel <> ALL (ARRAY['web', NULL]) ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE NOT channel = ANY (ARRAY['web', NULL]) ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE score + 1 = ANY (ARRAY[2, 3]) AND (status = ANY (ARRAY['open'])) = is_repeat ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE status = SOME (ARRAY['open', channel]) ORDER BY claim_id

--- ok
SELECT COUNT(*) FROM sales.claim WHERE status = ANY(ARRAY['open','closed']::varchar[]) AND score = ANY (ARRAY[1, '2']::int[])

--- ok
SELECT claim_id FROM sales.claim WHERE status ILIKE ANY (ARRAY['%OPEN%', 'clo%']) ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE status NOT LIKE ALL (ARRAY['open%', 'clo%']) ORDER BY claim_id

--- ok
SELECT region_id, 'rejected' = ANY (ARRAY_AGG(status)) AS any_rejected FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT region_id FROM sales.claim GROUP BY region_id HAVING 'open' = ANY (ARRAY_AGG(status) FILTER (WHERE score > 2)) ORDER BY region_id

--- ok
SELECT claim_id FROM sales.claim WHERE 'in' = ANY (STRING_TO_ARRAY(status, '_')) ORDER BY claim_id

--- ok
SELECT q.region_id FROM (SELECT region_id, ARRAY_AGG(DISTINCT status) AS statuses FROM sales.claim GROUP BY region_id) AS q WHERE 'open' = ANY (q.statuses) ORDER BY q.region_id

--- ok
SELECT q.region_id FROM (SELECT region_id, ARRAY_AGG(DISTINCT status) AS statuses FROM sales.claim GROUP BY region_id) AS q WHERE q.statuses @> ARRAY['open', 'closed']::varchar[] ORDER BY q.region_id

--- ok
SELECT region_id, ARRAY_AGG(channel) @> ARRAY['web'::varchar] AS web, ARRAY_AGG(channel) && ARRAY['app'::varchar, 'web'] AS any_of, ARRAY['open'::varchar] <@ ARRAY_AGG(status) AS opened FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT claim_id, ARRAY[status, channel] AS both FROM sales.claim ORDER BY claim_id

--- ok
SELECT (ARRAY['a', 'b', 'c'])[2] AS b, (ARRAY[1, 2, 3])[2:3] AS rest

--- ok
SELECT claim_id, ARRAY_TO_STRING(ARRAY_REMOVE(ARRAY[CASE WHEN cost > 100 THEN 'expensive' END, CASE WHEN is_repeat THEN 'repeat' END], NULL), ', ') AS flags FROM sales.claim ORDER BY claim_id

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY ARRAY_POSITION(ARRAY['open', 'in_progress', 'closed', 'rejected'], status::text)

--- ok
SELECT ARRAY_LENGTH(ARRAY[1, 2, 3], 1) AS n, CARDINALITY(ARRAY['a']) AS one, ARRAY_APPEND(ARRAY[1], 2) AS more, ARRAY_CAT(ARRAY[1], ARRAY[2]) AS both, ARRAY[1] || 2 AS also, ARRAY_PREPEND(0, ARRAY[1]) AS front

--- ok
SELECT PERCENTILE_CONT(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY cost) AS quartiles, PERCENTILE_DISC(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY score) AS tails FROM sales.claim

--- ok
SELECT REGR_AVGX(cost, score) AS x, REGR_AVGY(cost, score) AS y, ROUND(CAST(REGR_SXX(cost, score) AS DECIMAL(20, 4)), 2) AS sxx, BIT_AND(score) AS a, BIT_OR(score) AS o FROM sales.claim

--- ok
SELECT ROUND(CAST(SINH(1) AS DECIMAL(10, 4)), 2) AS s, ROUND(CAST(COSH(1) AS DECIMAL(10, 4)), 2) AS c, ROUND(CAST(TANH(1) AS DECIMAL(10, 4)), 2) AS t, ROUND(CAST(COT(1) AS DECIMAL(10, 4)), 2) AS k

--- ok
SELECT s.status, COUNT(c.claim_id) AS n FROM UNNEST(ARRAY['open', 'closed', 'none']) AS s(status) LEFT JOIN sales.claim AS c ON c.status = s.status GROUP BY s.status ORDER BY s.status

--- ok
SELECT UNNEST(ARRAY['b', 'a']) AS s ORDER BY s

--- ok
SELECT t.x + 1 AS y FROM UNNEST(ARRAY[1, 2, 3]) AS t(x) ORDER BY 1

--- ok
SELECT x FROM UNNEST(ARRAY['a', NULL, 'b']) AS x ORDER BY x

--- ok
SELECT COUNT(*) FROM sales.claim WHERE status IN (SELECT UNNEST(ARRAY['open', 'closed']))

--- ok
SELECT t.s, t.place FROM UNNEST(ARRAY['open', 'closed']) WITH ORDINALITY AS t(s, place) ORDER BY t.place

--- ok
SELECT t.n, t.s FROM UNNEST(ARRAY[1, 2], ARRAY['a', 'b']) AS t(n, s) ORDER BY t.n

--- ok
SELECT t.d FROM UNNEST(ARRAY['2024-01-01', '2024-01-02']::date[]) AS t(d) ORDER BY 1

--- ok
SELECT c.claim_id, t.x FROM sales.claim AS c CROSS JOIN LATERAL UNNEST(ARRAY[c.score + 0, CAST(c.region_id AS INT)]) AS t(x) ORDER BY 1, 2

--- ok
SELECT c.claim_id, v.name, v.value FROM sales.claim AS c CROSS JOIN LATERAL (VALUES ('cost', c.cost), ('score', c.score)) AS v(name, value) ORDER BY 1, 2

--- ok
SELECT v.name, SUM(v.value) AS total FROM sales.claim AS c, LATERAL (VALUES ('cost', c.cost), ('score', c.score)) AS v(name, value) GROUP BY v.name ORDER BY 1

--- ok
SELECT c.claim_id, v.value FROM sales.claim AS c LEFT JOIN LATERAL (VALUES (c.cost), (c.score)) AS v(value) ON TRUE WHERE c.score > 3 ORDER BY 1, 2

--- ok
SELECT COUNT(*) FROM sales.region WHERE region_name = ANY ('{Norte,Açores,O''Hare}')

--- ok
SELECT COUNT(*) FROM sales.region WHERE region_name <> ALL ('{ Norte , São Paulo }'::varchar[])

--- ok
SELECT d::date AS day FROM generate_series('2024-01-01'::timestamp, '2024-01-31', '1 day'::interval) AS d ORDER BY 1

--- ok
SELECT d.day::date AS day FROM generate_series(DATE '2024-01-01', '2024-03-31', INTERVAL '1 week') AS d(day) ORDER BY 1

--- ok
SELECT WIDTH_BUCKET(cost, ARRAY[0, 100, 300]) AS band, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok unordered
SELECT c.claim_id, v.label, v.amount FROM sales.claim AS c CROSS JOIN LATERAL (VALUES ('none', NULL), ('neither', NULL), ('score', c.score)) AS v(label, amount)

--- ok unordered
SELECT c.claim_id, t.amount, t.place FROM sales.claim AS c CROSS JOIN UNNEST(ARRAY[NULL, NULL, c.score + 0]) WITH ORDINALITY AS t(amount, place)

--- ok
SELECT claim_id FROM sales.claim WHERE cost = ANY (ARRAY[1.50, 2.25]::NUMERIC[]) ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE score = ANY (ARRAY[1, 2.5]::INT[]) ORDER BY claim_id

--- ok
SELECT t.tag, COUNT(*) AS n FROM sales.visit AS v, UNNEST(v.tags) AS t(tag) GROUP BY t.tag ORDER BY n DESC, 1

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v CROSS JOIN UNNEST(v.tags) AS t(tag) WHERE t.tag <> 'urgent'

--- ok
SELECT visit_id, tag FROM sales.visit, UNNEST(tags) AS tag

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v LEFT JOIN UNNEST(v.tags) AS t(tag) ON TRUE

--- ok
SELECT v.visit_id, t.tag, t.place FROM sales.visit AS v CROSS JOIN UNNEST(v.tags) WITH ORDINALITY AS t(tag, place) WHERE t.place = 1

--- ok
SELECT visit_id, UNNEST(tags) AS tag FROM sales.visit

--- ok
SELECT DISTINCT UNNEST(tags) AS tag FROM sales.visit

--- ok
SELECT tag, COUNT(*) AS n FROM (SELECT UNNEST(tags) AS tag FROM sales.visit) AS x GROUP BY tag

--- ok
WITH tagged AS (SELECT visit_id, region_id, UNNEST(tags) AS tag FROM sales.visit WHERE visit_id > 2) SELECT r.region_name, tagged.tag, COUNT(*) AS n FROM tagged JOIN sales.region AS r ON r.region_id = tagged.region_id GROUP BY 1, 2

--- ok
WITH v AS (SELECT visit_id, tags FROM sales.visit) SELECT t.tag, COUNT(DISTINCT v.visit_id) AS n FROM v, UNNEST(v.tags) AS t(tag) GROUP BY t.tag

--- ok
SELECT v.visit_id, MAX(r.value) AS peak, AVG(r.value) AS mean FROM sales.visit AS v, UNNEST(v.readings) AS r(value) GROUP BY v.visit_id

--- ok
SELECT a.tag AS one, b.tag AS other, COUNT(*) AS n FROM sales.visit AS v, UNNEST(v.tags) AS a(tag), UNNEST(v.tags) AS b(tag) WHERE a.tag < b.tag GROUP BY 1, 2

--- ok
SELECT visit_id FROM sales.visit AS v WHERE EXISTS (SELECT 1 FROM UNNEST(v.tags) AS t(tag) WHERE t.tag LIKE 'ur%')

--- ok
SELECT visit_id, (SELECT COUNT(*) FROM UNNEST(v.readings) AS r(value) WHERE r.value > 3) AS high FROM sales.visit AS v

--- ok
SELECT v.visit_id, r.region_name, t.tag FROM sales.visit AS v JOIN sales.region AS r ON r.region_id = v.region_id CROSS JOIN LATERAL UNNEST(v.tags) AS t(tag)

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v LEFT JOIN LATERAL UNNEST(v.tags) AS t(tag) ON t.tag = 'urgent'

--- ok
SELECT w.word, COUNT(*) AS n FROM sales.visit AS v, UNNEST(STRING_TO_ARRAY(LOWER(v.note), ' ')) AS w(word) GROUP BY w.word

--- ok
SELECT word, COUNT(*) AS n FROM (SELECT UNNEST(STRING_TO_ARRAY(note, ' ')) AS word FROM sales.visit) AS w GROUP BY word

--- ok
SELECT visit_id FROM sales.visit WHERE 'screen' IN (SELECT UNNEST(tags))

--- ok
SELECT UNNEST(STRING_TO_ARRAY(status, '_')) AS part FROM sales.claim AS c

--- ok
SELECT t.tag, ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC, t.tag) AS place FROM sales.visit AS v, UNNEST(v.tags) AS t(tag) GROUP BY t.tag

--- ok
SELECT v.visit_id, t.tag, t.reading FROM sales.visit AS v, UNNEST(v.tags, v.readings) AS t(tag, reading)

--- ok
SELECT UNNEST(tags) AS tag, COUNT(*) AS n FROM sales.visit GROUP BY tag

--- ok
SELECT SUM(x::NUMERIC) AS total FROM (SELECT UNNEST(readings) AS x FROM sales.visit) AS t

--- ok
SELECT v.visit_id, (SELECT STRING_AGG(t, ',' ORDER BY t) FROM UNNEST(v.tags) AS t) AS sorted FROM sales.visit AS v

--- ok
SELECT OVERLAY(status PLACING '***' FROM 2 FOR 3) AS masked, REGEXP_INSTR(status, 'e') AS at, REGEXP_SPLIT_TO_ARRAY(status, '_') AS parts FROM sales.claim

--- ok
SELECT GCD(score, 6) AS g, LCM(score, 4) AS l, SCALE(cost) AS s, TRIM_SCALE(cost) AS t, TO_NUMBER('12,454', '99G999') AS n FROM sales.claim

--- ok
SELECT ARRAY_UPPER(tags, 1) AS n, ARRAY_POSITIONS(tags, 'screen') AS places, BIT_XOR(visit_id) OVER () AS mark FROM sales.visit

--- ok
SELECT visit_id FROM sales.visit WHERE 'urgent' = ANY(tags) AND tags @> ARRAY['screen']

--- ok
SELECT (REGEXP_SPLIT_TO_ARRAY(status, '_'))[1] AS first FROM sales.claim

--- ok
SELECT w.word, COUNT(*) AS n FROM sales.visit AS v, string_to_table(lower(v.note), ' ') AS w(word) GROUP BY w.word

--- ok
SELECT word, COUNT(*) AS n FROM sales.visit AS v CROSS JOIN LATERAL regexp_split_to_table(v.note, '[ ]+') AS word GROUP BY word

--- ok unordered
SELECT a.visit_id, u.x, u.y FROM sales.visit AS a JOIN sales.visit AS b ON a.visit_id = b.region_id, UNNEST(a.tags, b.tags) AS u(x, y)

--- ok unordered
SELECT v.visit_id, CONCAT_WS(' / ', v.note, ARRAY_TO_STRING(v.tags, ' and ')) AS told FROM sales.visit AS v

--- ok unordered
SELECT DATE_PART('month', opened_at) / 2 AS half, COUNT(*) AS n FROM claim GROUP BY 1

--- ok unordered
SELECT SUBSTR(status, 2, 3) AS s, LOG10(score) AS l FROM claim

--- ok
SELECT d.day::date AS day, COUNT(c.claim_id) AS n FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL '1 day') AS d(day) LEFT JOIN claim c ON c.opened_on = d.day::date GROUP BY d.day ORDER BY d.day

--- ok
WITH bounds AS (SELECT DATE_TRUNC('month', MIN(opened_on)) AS lo, DATE_TRUNC('month', MAX(opened_on)) AS hi FROM claim), months AS (SELECT m::date AS month FROM bounds, generate_series(bounds.lo, bounds.hi, INTERVAL '1 month') AS m) SELECT months.month, COALESCE(SUM(c.cost), 0) AS cost FROM months LEFT JOIN claim c ON DATE_TRUNC('month', c.opened_on) = months.month GROUP BY months.month ORDER BY 1

--- ok
SELECT generate_series(MIN(opened_on), MAX(opened_on), INTERVAL '1 week')::date AS week FROM claim WHERE status = 'open' ORDER BY week

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT generate_series(lo, hi, '1 day')::date AS day FROM span ORDER BY day LIMIT 10

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT s.day FROM span CROSS JOIN LATERAL generate_series(span.lo, span.hi + INTERVAL '6 days', INTERVAL '7 days') AS s(day) WHERE s.day > span.lo

--- ok
SELECT d.day, r.region_name, COUNT(c.claim_id) AS n FROM generate_series(DATE '2024-01-01', (SELECT MAX(opened_on) FROM claim), INTERVAL '1 day') AS d(day) CROSS JOIN (SELECT region_id, region_name FROM region LIMIT 4) AS r LEFT JOIN claim c ON c.opened_on = d.day AND c.region_id = r.region_id GROUP BY d.day, r.region_name

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, LEAST(MAX(opened_on), DATE '2024-02-10') AS hi FROM claim), days AS (SELECT generate_series((SELECT lo FROM span), (SELECT hi FROM span), INTERVAL '1 day')::date AS day) SELECT days.day, (SELECT COUNT(*) FROM claim c WHERE c.opened_on <= days.day) AS so_far FROM days ORDER BY days.day

--- ok
SELECT COUNT(*) FROM generate_series(DATE '2026-01-01', CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- ok
SELECT COUNT(*) FROM generate_series((SELECT MIN(opened_at) FROM claim), COALESCE((SELECT MAX(closed_at) FROM claim), CURRENT_TIMESTAMP), INTERVAL '1 month') AS d(day)

--- ok
SELECT h.hour, COUNT(c.claim_id) AS n FROM generate_series(TIMESTAMP '2024-01-01 00:00', TIMESTAMP '2024-01-02 23:00', INTERVAL '1 hour') AS h(hour) LEFT JOIN claim c ON DATE_TRUNC('hour', c.opened_at) = h.hour GROUP BY h.hour ORDER BY h.hour

--- ok
SELECT COUNT(*) AS n FROM generate_series(DATE_TRUNC('hour', NOW()) - INTERVAL '23 hours', DATE_TRUNC('hour', NOW()), INTERVAL '1 hour') AS h(hour)

--- ok
SELECT s.slot FROM generate_series('2024-01-01 08:00'::timestamp, '2024-01-01 18:00'::timestamp, INTERVAL '15 minutes') AS s(slot) ORDER BY 1

--- ok
SELECT COUNT(*) FROM generate_series(NOW() - INTERVAL '7 days', NOW(), '6 hours') AS h(at)

--- ok
SELECT * FROM LATERAL generate_series(1, 5) AS t(n)

--- ok
SELECT h.hour FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 hour') AS h(hour) WHERE h.hour < '2024-01-03'

--- ok
SELECT c.claim_id, s.n FROM claim AS c CROSS JOIN LATERAL generate_series(1, 3) AS s(n) WHERE s.n <= c.score

--- ok
SELECT DISTINCT (DATE_TRUNC('month', opened_on) + INTERVAL '1 month - 1 day')::date AS month_end FROM claim ORDER BY 1

--- ok
SELECT claim_id, opened_on + INTERVAL '1 year + 2 months - 3 days' AS due FROM claim ORDER BY claim_id

--- ok
SELECT "score" - "region_id" - "product_id" - "score" - "region_id" - "product_id" - "score" - "region_id" AS x FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT v.visit_id, u.n FROM sales.visit v LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim c WHERE c.region_id = v.region_id) u ON TRUE ORDER BY v.visit_id

--- ok
select claim_id, sum(cost) over (order by claim_id rows between 3 preceding and 1 preceding) as x from sales.claim order by claim_id limit 20

--- ok
SELECT claim_id, SUM(score) OVER (ORDER BY claim_id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS x, COUNT(*) OVER (ORDER BY score RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) AS y FROM sales.claim ORDER BY claim_id

--- ok
SELECT FORMAT('%s: %10s', status, score) AS a, CHR(65) AS b, FACTORIAL(5) AS c, REPEAT('*', 3) AS d FROM sales.claim ORDER BY claim_id

--- ok
SELECT visit_id, tags[ARRAY_UPPER(tags, 1)] AS a, tags[CARDINALITY(tags)] AS b, tags[ARRAY_LENGTH(tags, 1) - 1] AS c, tags[CARDINALITY(tags) - 1] AS d, readings[region_id] AS e, v.readings[v.region_id + 1] AS f, (STRING_TO_ARRAY(note, ' '))[CARDINALITY(STRING_TO_ARRAY(note, ' '))] AS g FROM sales.visit v ORDER BY visit_id

--- ok
SELECT claim_id & 1 AS a, claim_id | 2 AS b, claim_id # 3 AS c, claim_id << 2 AS d, score >> 1 AS e, 2 ^ 3 ^ 2 AS f, score + 2 & 3 AS g, (score & 3) | 4 AS h FROM sales.claim WHERE claim_id & 1 = 1 ORDER BY claim_id

--- ok
SELECT ROW(claim_id, status) AS r FROM sales.claim ORDER BY claim_id

--- ok
SELECT claim_id, json_build_object('id', claim_id, 'status', status) AS a, jsonb_build_array(score, cost) AS b, to_jsonb(status) AS c, json_build_array(status, NULL, 1) AS d FROM sales.claim ORDER BY claim_id

--- ok
SELECT region_id, json_agg(json_build_object('id', claim_id, 'score', score) ORDER BY claim_id) AS a, jsonb_agg(claim_id ORDER BY claim_id) AS b, jsonb_object_agg(claim_id, score) AS c, json_object_agg(claim_id, status ORDER BY claim_id) AS d, jsonb_build_object('n', COUNT(*)) AS e FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT row_to_json(r) AS a, to_jsonb(r) AS b FROM sales.region r ORDER BY r.region_id

--- ok
SELECT r.country, json_agg(r ORDER BY r.region_id) AS a, jsonb_agg(r ORDER BY r.region_id) AS b FROM sales.region AS r GROUP BY r.country ORDER BY 1

--- ok
SELECT row_to_json(x) FROM (SELECT claim_id, UPPER(status) AS s FROM sales.claim) x ORDER BY x.claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE DATERANGE(DATE '2024-01-05', DATE '2024-01-20', '[]') @> opened_on AND NUMRANGE(0, 3) @> score::numeric ORDER BY claim_id

--- ok
SELECT a.claim_id, b.claim_id AS other FROM sales.claim a JOIN sales.claim b ON a.opened_on <@ DATERANGE(b.opened_on, b.opened_on + 2) ORDER BY 1, 2

--- ok
SELECT visit_id FROM sales.visit WHERE TO_TSVECTOR('english', note) @@ TO_TSQUERY('english', 'late & call') OR TO_TSVECTOR('simple', note) @@ PLAINTO_TSQUERY('simple', 'ok') ORDER BY visit_id

--- ok
SELECT visit_id FROM sales.visit WHERE tags @> '{screen,battery}' ORDER BY visit_id

--- ok
SELECT b.claim_id, r.region_name, x.k FROM (VALUES (1)) AS x(k), sales.claim AS b JOIN sales.region AS r USING (region_id) WHERE b.claim_id < 5 ORDER BY 1

--- ok
SELECT c.claim_id, x.k FROM sales.claim AS c CROSS JOIN (VALUES (1)) AS x(k) RIGHT JOIN sales.region AS r ON r.region_id = c.region_id AND c.claim_id < 5 ORDER BY 1, 2

--- ok
SELECT region_id, ARRAY(SELECT c.status FROM sales.claim c WHERE c.region_id = r.region_id ORDER BY c.claim_id) AS stati FROM sales.region r ORDER BY 1

--- ok
SELECT ARRAY_LENGTH(ARRAY(SELECT DISTINCT status FROM sales.claim), 1) AS n

--- ok
SELECT claim_id FROM sales.claim WHERE region_id = ANY (ARRAY(SELECT region_id FROM sales.region WHERE market = 'EU')) ORDER BY claim_id

--- ok
SELECT ARRAY_TO_STRING(ARRAY(SELECT region_name FROM sales.region ORDER BY 1), ', ') AS names

--- ok
SELECT (ARRAY(SELECT claim_id FROM sales.claim ORDER BY cost DESC NULLS LAST))[1] AS dearest

--- ok
SELECT ARRAY(SELECT 1 UNION SELECT 2 ORDER BY 1) AS numbers

--- ok
SELECT claim_id, score FROM sales.claim ORDER BY score DESC FETCH FIRST 3 ROWS WITH TIES

--- ok unordered
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY COUNT(*) DESC FETCH FIRST 1 ROW WITH TIES

--- ok
SELECT region_id, SUM(cost) AS total FROM sales.claim GROUP BY 1 ORDER BY total DESC NULLS LAST, 1 FETCH FIRST 2 ROWS WITH TIES

--- ok
SELECT COUNT(*) AS n FROM (SELECT claim_id FROM sales.claim ORDER BY score FETCH NEXT 5 ROWS WITH TIES) AS t

--- ok
SELECT ENCODE(SHA256(CAST(status AS BYTEA)), 'hex') AS digest FROM sales.claim ORDER BY claim_id

--- ok
SELECT ENCODE(status::bytea, 'base64') AS coded, ENCODE(status::bytea, 'hex') AS hexed FROM sales.claim ORDER BY claim_id

--- ok
SELECT LENGTH(DECODE('c2NyZWVu', 'base64')) AS n, MD5(DECODE('00ff', 'hex')) AS m

--- ok
SELECT u.x FROM UNNEST('{1,2,3}'::int[]) AS u(x) ORDER BY 1

--- ok
SELECT claim_id FROM sales.claim JOIN UNNEST('{open,closed}'::text[]) AS u(s) ON s = status ORDER BY 1

--- ok
SELECT (REGEXP_MATCH(status, 'a=([^&]+)'))[1] AS a FROM sales.claim ORDER BY claim_id

--- ok
SELECT claim_id, cost FROM sales.claim ORDER BY claim_id FETCH FIRST ROW ONLY

--- ok
SELECT claim_id FROM sales.claim ORDER BY claim_id OFFSET 2 ROWS FETCH NEXT ROW ONLY

--- ok
SELECT x.status, COUNT(*) AS n FROM (SELECT status FROM sales.claim ORDER BY score FETCH FIRST ROW WITH TIES) AS x GROUP BY 1 ORDER BY 1

--- ok
SELECT r.region_name, COUNT(c.claim_id) AS n FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id GROUP BY r.region_name ORDER BY r.region_name

--- ok
SELECT r.region_id, c.claim_id, p.product_id, p.product_name FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id AND p.device_type = 'phone' ORDER BY 1, 2

--- ok
SELECT c.product_id, p.product_id AS other, status FROM sales.region r JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id WHERE product_name = 'Care' AND c.score > 1 ORDER BY c.claim_id

--- ok
SELECT * FROM sales.region r LEFT JOIN (sales.visit v JOIN sales.product p ON p.product_id = v.visit_id) ON v.region_id = r.region_id ORDER BY v.visit_id, r.region_id

--- ok
SELECT r.region_name, SUM(c.cost) AS total FROM (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) JOIN sales.region r ON r.region_id = c.region_id GROUP BY r.region_name HAVING SUM(c.cost) > 10 ORDER BY 1

--- ok
SELECT r.region_id, p.product_name, COUNT(*) AS n FROM ((sales.claim c JOIN sales.product p ON p.product_id = c.product_id) LEFT JOIN sales.region r ON r.region_id = c.region_id) GROUP BY r.region_id, p.product_name ORDER BY 1, 2

--- ok
SELECT r.region_id, product_id, p.product_name FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p USING (product_id)) ON c.region_id = r.region_id ORDER BY c.claim_id, r.region_id

--- ok
SELECT r.region_name, v.visit_id, p.product_name FROM sales.region r LEFT JOIN (sales.visit v LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.claim_id = v.visit_id) ON v.region_id = r.region_id ORDER BY 1, 2

--- ok
SELECT j.status, j.product_name FROM (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) AS j WHERE j.score > 2 ORDER BY j.claim_id

--- ok
WITH c AS (SELECT region_id, product_id, SUM(cost) AS total FROM sales.claim GROUP BY 1, 2) SELECT r.region_name, p.product_name, c.total FROM sales.region r LEFT JOIN (c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id ORDER BY 1, 2

--- ok
SELECT r.region_name, c.claim_id, p.product_name FROM sales.region r LEFT JOIN sales.claim c JOIN sales.product p ON p.product_id = c.product_id ON c.region_id = r.region_id ORDER BY 1, 2

--- ok
SELECT r.region_name, MAX(c.cost) AS most FROM sales.region r JOIN sales.claim c LEFT JOIN sales.product p ON p.product_id = c.product_id ON c.region_id = r.region_id GROUP BY 1 ORDER BY 1

--- ok
SELECT d.region_id, (SELECT MAX(s.k) FROM sales.region AS d, (SELECT d.region_id AS k) AS s WHERE s.k = d.region_id) AS n FROM sales.region AS d ORDER BY 1

--- ok
SELECT d.claim_id, (SELECT COUNT(*) FROM sales.claim AS e JOIN (SELECT v.region_id AS k FROM sales.visit AS v WHERE score > 1) AS s ON s.k = e.region_id) AS n FROM sales.claim AS d ORDER BY 1 LIMIT 5

--- ok
SELECT d.region_id, (SELECT COUNT(*) FROM sales.claim AS c JOIN (SELECT v.region_id AS k FROM sales.visit AS v WHERE v.region_id = d.region_id) AS s ON s.k = c.region_id) AS n FROM sales.region AS d ORDER BY 1

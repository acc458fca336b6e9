Legitimate SQL for duckdb: every entry passes. See sqlgen/tests/guard_cases.py.

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
FROM sales.region SELECT region_name ORDER BY region_name

--- ok
FROM sales.region ORDER BY region_id

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY ALL ORDER BY ALL

--- ok
SELECT status AS s, COUNT(*) AS n FROM sales.claim WHERE s <> 'open' GROUP BY s ORDER BY s

--- ok
SELECT cost * 2 AS double_cost, double_cost + 1 AS more FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT claim_id, region_id FROM sales.claim QUALIFY ROW_NUMBER() OVER (PARTITION BY region_id ORDER BY claim_id) = 1 ORDER BY claim_id

--- ok
SELECT * EXCLUDE (country, market) FROM sales.region ORDER BY region_id

--- ok
SELECT MEDIAN(cost) AS m, QUANTILE_CONT(cost, 0.9) AS p90, MODE(is_repeat) AS s FROM sales.claim

--- ok
SELECT APPROX_COUNT_DISTINCT(status) AS n FROM sales.claim

--- ok
SELECT COUNT_IF(status = 'open') AS n FROM sales.claim

--- ok
SELECT ARG_MAX(status, claim_id) AS last_status FROM sales.claim

--- ok
SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT EXTRACT(ISODOW FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS weekday, EXTRACT(HOUR FROM opened_at AT TIME ZONE 'Europe/Lisbon') AS hour, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT DATE_DIFF('day', opened_on, DATE '2024-12-31') AS days FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT AVG(EPOCH(closed_at - opened_at)) AS seconds FROM sales.claim

--- ok
SELECT STRFTIME(opened_on, '%Y-%m') AS month, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT YEAR(opened_on) AS y, MONTH(opened_on) AS m, ISODOW(opened_on) AS d, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2, 3 ORDER BY 1, 2, 3

--- ok
SELECT LAST_DAY(opened_on) AS d, MAKE_DATE(2024, 1, 2) AS m FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE STARTS_WITH(status, 'o') OR CONTAINS(status, 'los')

--- ok
SELECT claim_id // 10 AS tens, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT IF(is_repeat, 'yes', 'no') AS r, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT TRY_CAST(status AS INTEGER) AS i FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT c.claim_id FROM sales.claim AS c SEMI JOIN sales.region AS r ON c.region_id = r.region_id ORDER BY 1 LIMIT 4

--- ok
SELECT c.claim_id FROM sales.claim AS c ANTI JOIN sales.region AS r ON c.region_id = r.region_id ORDER BY 1 LIMIT 4

--- ok
SELECT DISTINCT ON (region_id) region_id, claim_id FROM sales.claim ORDER BY region_id, claim_id

--- ok
SELECT STRING_AGG(region_name, ', ' ORDER BY region_name) AS names FROM sales.region

--- ok
SELECT region_name AS "Região" FROM sales.region WHERE region_name = 'Açores'

--- ok
SELECT memory.sales.claim.status FROM memory.sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT 'it''s' AS quoted, 'back\slash' AS b

--- ok
SELECT claim_id, SUM(cost) OVER (ORDER BY opened_on RANGE BETWEEN INTERVAL 7 DAYS PRECEDING AND CURRENT ROW) AS s FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT * FROM (SELECT count(*), max(cost) FROM sales.claim)

--- ok
SELECT status, SUM(cost) AS total FROM sales.claim GROUP BY status HAVING total > 10 ORDER BY total DESC

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
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON DATE_DIFF('day', a.opened_on, b.opened_on) BETWEEN 0 AND 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON ABS(c.region_id - r.region_id) < 1

--- ok
SELECT status, claim_id FROM claim ORDER BY status ASC, claim_id FETCH FIRST 5 ROWS ONLY

--- ok
SELECT claim_id, SUM(cost) OVER (ORDER BY claim_id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE NO OTHERS) AS s FROM claim

--- ok
SELECT claim_id, SUM(score) OVER (ORDER BY score GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) AS s FROM claim

--- ok
SELECT claim_id, FIRST_VALUE(status RESPECT NULLS) OVER (ORDER BY claim_id) AS f FROM claim

--- ok
SELECT ROUND(SIN(score) + COS(score) + TAN(1) + ASIN(0) + ACOS(1) + ATAN(score) + ATAN2(score, 1) + DEGREES(score) + RADIANS(score) + CBRT(8) + LOG(2, 8), 6) AS x FROM claim

--- ok
SELECT region_id, REGR_SXY(cost, score) AS a, REGR_SYY(cost, score) AS b, QUANTILE(cost, 0.5) AS c FROM claim GROUP BY region_id

--- ok
SELECT region_id, GROUPING_ID(region_id) AS g, COUNT(*) AS n FROM claim GROUP BY ROLLUP (region_id)

--- ok
SELECT visit_id, LIST_PREPEND('z', tags) AS a, LIST_APPEND(tags, 'z') AS b, ARRAY_POSITION(tags, 'a') AS c, LIST_INDEXOF(tags, 'a') AS d FROM visit

--- ok
SELECT STRUCT_EXTRACT({'a': note}, 'a') AS a, REVERSE(note) AS b, TRANSLATE(note, 'ab', 'xy') AS c FROM visit

--- ok
SELECT MINUTE(opened_at) AS a, SECOND(opened_at) AS b, DAYOFMONTH(opened_on) AS c, CURRENT_TIME IS NULL AS d, LOCALTIMESTAMP IS NULL AS e FROM claim

--- ok
SELECT CAST(score AS TINYINT) AS a, CAST(score AS SMALLINT) AS b, CAST(score AS REAL) AS c, CAST(score AS HUGEINT) AS d, CAST('00000000-0000-0000-0000-000000000001' AS UUID) AS e FROM claim

--- ok
SELECT EXTRACT(DOY FROM opened_on) AS a, EXTRACT(ISOYEAR FROM opened_on) AS b, EXTRACT(MICROSECOND FROM opened_at) AS c, EXTRACT(MILLISECONDS FROM opened_at) AS d FROM claim

--- ok
SELECT ISFINITE(opened_on) AS a, ISOYEAR(opened_on) AS b, EPOCH_NS(opened_at) AS c, SUFFIX(status, 'n') AS d, HASH(status) = HASH(status) AS e, GET_CURRENT_TIMESTAMP() IS NULL AS f FROM claim

--- ok
SELECT opened_at + TO_HOURS(1) + TO_MINUTES(2) + TO_SECONDS(3) + TO_MONTHS(1) + TO_YEARS(1) AS a, SUM(cost) OVER () AS b FROM claim

--- ok
SELECT LIST_MODE(readings) AS a, LIST_PRODUCT(readings) AS b, LIST_STDDEV_POP(readings) AS c, LIST_STDDEV_SAMP(readings) AS d, LIST_VAR_POP(readings) AS e, LIST_VAR_SAMP(readings) AS f FROM visit

--- ok
SELECT region_id, SUMKAHAN(CAST(score AS DOUBLE)) AS s FROM claim GROUP BY region_id

--- ok
SELECT ARRAY_TRANSFORM(readings, LAMBDA x : x + 1) AS a, LIST_APPLY(readings, LAMBDA x : x * 2) AS b, ARRAY_REDUCE(readings, LAMBDA p, q : p + q, 0) AS c FROM visit

--- ok
WITH c AS MATERIALIZED (SELECT status FROM claim) SELECT status, COUNT(*) AS n FROM c GROUP BY status

--- ok
SELECT [1] AS a, SUBSTRING(status FROM 1 FOR 2) AS b FROM claim

--- ok
SELECT * FROM (SELECT * FROM (SELECT region_id, status, cost, channel FROM claim) PIVOT (SUM(cost) FOR status IN ('open'))) PIVOT (SUM(open) FOR channel IN ('web'))

--- ok
WITH a AS (SELECT region_id, cost, status FROM claim UNION ALL SELECT region_id, cost, status FROM claim) SELECT * FROM a PIVOT (SUM(cost) FOR status IN ('open'))

--- ok
WITH z AS (SELECT 1 AS one), a AS (WITH z AS (SELECT region_id, cost, status FROM claim) SELECT * FROM z PIVOT (SUM(cost) FOR status IN ('open'))) SELECT * FROM a

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
SELECT status, channel, COUNT(*) AS n FROM sales.claim GROUP BY ALL ORDER BY ALL

--- ok
SELECT QUANTILE_CONT(cost, 0.5) AS p50, QUANTILE_DISC(score, 0.9) AS p90, APPROX_QUANTILE(score, 0.5) AS a FROM sales.claim

--- ok
SELECT DATE_DIFF('day', opened_on, CAST(closed_at AS DATE)) AS days, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT DATEDIFF('hour', opened_at, closed_at) AS hours FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT DATE_ADD(opened_on, INTERVAL '1' MONTH) AS next_month FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT STRFTIME(opened_on, '%Y-W%W') AS week, STRFTIME(opened_on, '%d/%m/%Y') AS day FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT DATE_PART('year', opened_on) AS y, DATE_PART('month', opened_on) AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT DATE_TRUNC('month', opened_at)::DATE AS month, SUM(cost)::DOUBLE AS total FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT status FROM sales.claim QUALIFY RANK() OVER (PARTITION BY region_id ORDER BY cost DESC NULLS LAST, claim_id) <= 2 ORDER BY claim_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status ILIKE '%OPEN%'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE REGEXP_MATCHES(status, '^(open|closed)$')

--- ok
SELECT REGEXP_REPLACE(status, '_', ' ') AS s, REGEXP_EXTRACT(region_name, '^[A-Z]') AS c FROM sales.claim JOIN sales.region USING (region_id) ORDER BY claim_id LIMIT 3

--- ok
SELECT REGEXP_REPLACE(status, '[aeiou]', '', 'g') AS s FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT REGEXP_EXTRACT(status, '([a-z]+)_([a-z]+)', 2) AS s FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT MEAN(cost) AS m, MEDIAN(score) AS d, MODE(is_repeat) AS c FROM sales.claim

--- ok
SELECT SUM(cost) AS total, ANY_VALUE(status) AS some FROM sales.claim WHERE status = 'open'

--- ok
SELECT MAX_BY(status, opened_on) AS last_status, MIN_BY(status, opened_on) AS first_status FROM sales.claim

--- ok
SELECT COUNT(*) FILTER (is_repeat) AS n FROM sales.claim

--- ok
SELECT COUNT_IF(cost > 100) AS big, COUNT_IF(cost IS NULL) AS empty FROM sales.claim

--- ok
SELECT BOOL_OR(is_repeat) AS some, BOOL_AND(is_repeat) AS every FROM sales.claim

--- ok
SELECT * EXCLUDE (opened_at, closed_at) FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT SPLIT_PART(status, '_', 1) AS head, STRPOS(status, 'o') AS p, INSTR(status, 'o') AS i FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT STRING_AGG(DISTINCT status, ', ' ORDER BY status) AS s FROM sales.claim

--- ok
SELECT YEARWEEK(opened_on) AS w FROM sales.claim ORDER BY claim_id LIMIT 1

--- ok
SELECT DAYNAME(opened_on) AS d, MONTHNAME(opened_on) AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT LAST_DAY(opened_on) AS l, DATE_TRUNC('week', opened_on) AS w FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT EPOCH(opened_at) AS e, EPOCH_MS(opened_at) AS ms FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT opened_at::TIMESTAMP AS t, opened_at AT TIME ZONE 'America/New_York' AS ny FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT IFNULL(channel, 'none') AS c, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT TRY_CAST(channel AS INT) AS i, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT ROUND(cost, -2) AS r, TRUNC(cost) AS t, CEIL(cost) AS c, FLOOR(cost) AS f FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY n DESC, status LIMIT 3 OFFSET 1

--- ok
SELECT FIRST(status ORDER BY claim_id) AS f, LAST(status ORDER BY claim_id) AS l FROM sales.claim

--- ok
SELECT ROW_NUMBER() OVER (ORDER BY status) AS n, status FROM (SELECT DISTINCT status FROM sales.claim) AS s ORDER BY n

--- ok
SELECT LAG(cost IGNORE NULLS) OVER (ORDER BY claim_id) AS before FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on BETWEEN '2024-01-01' AND '2024-01-31'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= '2024-01-01'::DATE AND opened_at < '2024-02-01'::TIMESTAMPTZ

--- ok
SELECT SUM(cost) AS total FROM sales.claim WHERE YEAR(opened_on) = 2024 AND QUARTER(opened_on) = 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on > CURRENT_DATE - INTERVAL 30 DAYS

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on > TODAY() - INTERVAL 30 DAYS

--- ok
SELECT KURTOSIS(cost) AS k, SKEWNESS(cost) AS s FROM sales.claim

--- ok
SELECT SUM(cost) / COUNT(*) AS mean, GEOMEAN(score) AS g, PRODUCT(score) AS p FROM sales.claim WHERE claim_id < 10

--- ok
SELECT REGR_INTERCEPT(cost, score) AS i, REGR_R2(cost, score) AS r, REGR_COUNT(cost, score) AS n FROM sales.claim

--- ok
SELECT ENTROPY(status) AS e, MAD(cost) AS m FROM sales.claim

--- ok
SELECT GREATEST(cost, score) AS g, LEAST(cost, score) AS l FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT LPAD(CAST(MONTH(opened_on) AS VARCHAR), 2, '0') AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT TIME_BUCKET(INTERVAL '7 days', opened_on) AS b, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT CENTURY(opened_on) AS c, DECADE(opened_on) AS d, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2

--- ok
SELECT opened_on + score AS d FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT status LIKE 'o%' AS o, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT CONCAT('a', NULL, 'b') AS c, 'a' || NULL AS n

--- ok
SELECT PI() AS p, LOG10(100) AS l, LOG2(8) AS l2, DEGREES(1) AS d, SIN(0) AS s

--- ok
SELECT DATE_TRUNC('month', MAX(opened_on)) - INTERVAL '1 month' AS before FROM sales.claim

--- ok
SELECT ISODOW(opened_on) AS d, WEEKOFYEAR(opened_on) AS w, DAYOFWEEK(opened_on) AS f FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT AGE(closed_at, opened_at) AS a FROM sales.claim ORDER BY claim_id LIMIT 2

--- ok
SELECT AVG(closed_at - opened_at) AS a FROM sales.claim

--- ok
SELECT ARBITRARY(status) AS a FROM sales.claim LIMIT 0

--- ok
SELECT FAVG(cost) AS f, FSUM(cost) AS s FROM sales.claim

--- ok
SELECT STARTS_WITH(status, 'o') AS s, ENDS_WITH(status, 'd') AS e, CONTAINS(status, 'os') AS c, PREFIX(status, 'o') AS p FROM sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT DATE '2024-01-31' + INTERVAL '1' MONTH AS d, MAKE_DATE(2024, 2, 29) AS m, MAKE_TIMESTAMP(2024, 2, 29, 1, 2, 3) AS t

--- ok
SELECT DATE_TRUNC('day', NOW()) > TIMESTAMPTZ '2020-01-01' AS later

--- ok
SELECT status, region_id, SUM(cost) AS total FROM sales.claim GROUP BY CUBE (status, region_id) HAVING SUM(cost) > 0 ORDER BY ALL

--- ok
SELECT (CASE WHEN cost > 100 THEN 'big' END) IS NULL AS small, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT STRPTIME('2024-01-05', '%Y-%m-%d') AS d

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
SELECT region_id, LIST(claim_id ORDER BY claim_id) AS ids FROM sales.claim GROUP BY region_id

--- ok
SELECT ARRAY_AGG(DISTINCT status ORDER BY status) AS statuses FROM sales.claim

--- ok
SELECT region_id, LEN(LIST(DISTINCT status)) AS kinds FROM sales.claim GROUP BY region_id

--- ok
SELECT ARRAY_LENGTH(LIST(claim_id)) AS n FROM sales.claim

--- ok
SELECT LIST_SORT(LIST(DISTINCT status)) AS statuses FROM sales.claim

--- ok
SELECT LEN(LIST_DISTINCT(LIST(channel))) AS n FROM sales.claim

--- ok
SELECT region_id, LIST_CONTAINS(LIST(status), 'rejected') AS any_rejected FROM sales.claim GROUP BY region_id

--- ok
SELECT ARRAY_TO_STRING(LIST(DISTINCT status ORDER BY status), ', ') AS statuses FROM sales.claim

--- ok
SELECT status, LIST(claim_id ORDER BY claim_id) FILTER (WHERE cost > 300) AS dear FROM sales.claim GROUP BY status

--- ok
WITH s AS (SELECT region_id, LIST(DISTINCT status ORDER BY status) AS seen FROM sales.claim GROUP BY 1) SELECT region_id FROM s WHERE LIST_CONTAINS(seen, 'open')

--- ok
SELECT claim_id FROM sales.claim WHERE status SIMILAR TO '(open|closed).*'

--- ok
SELECT claim_id, opened_at + INTERVAL (score) DAY AS due FROM sales.claim

--- ok
SELECT claim_id, opened_at + INTERVAL (score * 2) HOURS AS due FROM sales.claim

--- ok
SELECT claim_id, opened_at + TO_DAYS(score) AS due FROM sales.claim

--- ok
SELECT JSON_EXTRACT_STRING('{"a": {"b": ["x", "y"]}}', '$.a.b[1]') AS value

--- ok
SELECT claim_id, JSON_EXTRACT_STRING(CONCAT('{"s": "', status, '"}'), '$.s') AS s FROM sales.claim

--- ok
SELECT JSON_EXTRACT_STRING(CAST('{"a": 1}' AS JSON), 'a') AS a

--- ok
SELECT MD5(status) AS mark, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
WITH x AS (SELECT 1 AS a) SELECT q.a, x.a AS b FROM (WITH x AS (SELECT 2 AS a) SELECT a FROM x) AS q JOIN x ON x.a < q.a

--- ok
(WITH x AS (SELECT 2 AS a) SELECT a FROM x) UNION ALL (WITH x AS (SELECT 3 AS a) SELECT a FROM x)

--- ok
WITH claim AS (SELECT status FROM sales.claim WHERE score > 2) SELECT claim.status, COUNT(*) AS n FROM claim GROUP BY 1

--- ok
(SELECT claim_id FROM sales.claim ORDER BY claim_id LIMIT 7) ORDER BY claim_id LIMIT 9

--- ok
SELECT claim_id FROM sales.claim ORDER BY claim_id FETCH FIRST 7 ROWS ONLY

--- ok
SELECT EXTRACT('month' FROM opened_on) AS m, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT status AS s FROM sales.claim ORDER BY s, claim_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE'2024-01-10' AND opened_on < DATE'2024-02-01'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on < DATE'2024-02-01' + INTERVAL'7' DAY

--- ok
SELECT * REPLACE (UPPER(status) AS status, cost / 100 AS cost) FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT * EXCLUDE (country) REPLACE (UPPER(region_name) AS region_name) FROM sales.region ORDER BY region_id

--- ok
SELECT r.* REPLACE (r.region_id * 10 AS region_id) FROM sales.region AS r ORDER BY r.region_id

--- ok
SELECT ROUND(SEM(cost), 4) AS sem, MAX(STRLEN(status)) AS l, EVEN(AVG(score)) AS e FROM sales.claim

--- ok
SELECT DATEPART('quarter', opened_on) AS q, DATESUB('month', opened_on, DATE '2024-12-31') AS m, ASCII(status) AS a FROM sales.claim ORDER BY claim_id LIMIT 5

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
FROM sales.claim SELECT status, COUNT(*) GROUP BY ALL ORDER BY ALL

--- ok
SELECT * EXCLUDE (cost) FROM sales.claim

--- ok
SELECT * REPLACE (UPPER(status) AS status) FROM sales.claim

--- ok
SELECT STRFTIME(opened_at, '%Y-%m'), COUNT(*) FROM sales.claim GROUP BY 1

--- ok
SELECT DATE_DIFF('day', opened_at, closed_at), DATEDIFF('hour', opened_at, closed_at), DATE_SUB('day', opened_on, DATE '2024-12-31') FROM sales.claim

--- ok
SELECT ARG_MAX(status, cost), ARG_MIN(status, cost), MAX_BY(status, cost), MIN_BY(status, cost) FROM sales.claim

--- ok
SELECT TIME_BUCKET(INTERVAL '7 days', opened_at), COUNT(*) FROM sales.claim GROUP BY 1

--- ok
SELECT TIME_BUCKET(INTERVAL '1 week', opened_on, DATE '2024-01-01'), COUNT(*) FROM sales.claim GROUP BY 1

--- ok
SELECT TRY_CAST(status AS INT), TRY_CAST(channel AS DOUBLE) FROM sales.claim

--- ok
SELECT IFNULL(channel, 'x'), IF(score > 3, 'hi', 'lo'), NULLIF(channel, 'web') FROM sales.claim

--- ok
SELECT REGEXP_EXTRACT(status, '([a-z]+)_', 1), REGEXP_MATCHES(status, '^in'), REGEXP_REPLACE(status, '_', ' ', 'g') FROM sales.claim

--- ok
SELECT ENTROPY(status), MAD(cost), SKEWNESS(cost), KURTOSIS(cost), GEOMEAN(score), PRODUCT(score) FROM sales.claim

--- ok
SELECT cost AS c, c * 2 AS d FROM sales.claim WHERE c > 100

--- ok
SELECT EPOCH(opened_at), EPOCH_MS(opened_at), TO_TIMESTAMP(1700000000) FROM sales.claim

--- ok
SELECT a.status FROM sales.claim a SEMI JOIN sales.region r ON a.region_id = r.region_id

--- ok
SELECT a.status FROM sales.claim a ANTI JOIN sales.region r USING (region_id)

--- ok
SELECT ROUND(cost, -1), TRUNC(cost), EVEN(cost), LOG2(score), ISNAN(score::DOUBLE) FROM sales.claim

--- ok
SELECT LEN(status), LENGTH(status), STRLEN(status), LCASE(status), UCASE(status), INSTR(status, 'e') FROM sales.claim

--- ok
SELECT status LIKE '%open%', status ILIKE '%OPEN%', status SIMILAR TO 'o.*' FROM sales.claim

--- ok
SELECT x.* FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY ALL) AS x ORDER BY n DESC

--- ok
SELECT COUNT() FROM sales.claim

--- ok
SELECT status, SUM(cost) AS total FROM sales.claim GROUP BY status HAVING total > 100 ORDER BY total DESC

--- ok
SELECT STDDEV(cost), VARIANCE(cost), SEM(cost), FAVG(cost) FROM sales.claim

--- ok
SELECT YEARWEEK(opened_on), DAYOFWEEK(opened_on), WEEKDAY(opened_on), DATEPART('quarter', opened_on), QUARTER(opened_on) FROM sales.claim

--- ok
SELECT COALESCE(TRY_CAST(channel AS INT), 0), CAST(cost AS DECIMAL(18,2)), cost::BIGINT FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at > TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at + INTERVAL '2' HOUR < TIMESTAMP '2024-03-01 00:00:00' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT COUNT(*) AS n, '1 day'::interval AS i FROM sales.claim WHERE COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
FROM sales.claim SELECT status, ROUND(COALESCE(SUM(ABS(COALESCE(cost, 0))), 0), 1) AS s GROUP BY status ORDER BY status

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at + INTERVAL 2 HOURS < TIMESTAMP '2024-03-01 00:00:00' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

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
SELECT t.n FROM range(5) AS t(n) ORDER BY 1

--- ok
SELECT t.day FROM range(DATE '2024-01-01', DATE '2024-03-01', INTERVAL 1 WEEK) AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM generate_series(CURRENT_DATE - INTERVAL 30 DAY, CURRENT_DATE, INTERVAL 1 DAY) AS t(day) ORDER BY 1

--- ok
SELECT t.quarter FROM range(DATE '2022-01-01', DATE '2024-01-01', INTERVAL 1 QUARTER) AS t(quarter) ORDER BY 1

--- ok
FROM range(0, 10, 3) AS t(n) ORDER BY n

--- ok
SELECT r.range FROM range(3) AS r ORDER BY 1

--- ok
SELECT g.generate_series AS n FROM generate_series(1, 3) AS g ORDER BY 1

--- ok
WITH days AS (SELECT CAST(UNNEST(generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL 1 DAY)) AS DATE) AS day) SELECT d.day, COUNT(c.claim_id) AS n FROM days AS d LEFT JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day ORDER BY d.day

--- ok
SELECT unnest(range(5)) AS n ORDER BY n

--- ok
SELECT d.day, COUNT(c.claim_id) AS n FROM (SELECT UNNEST(range(today() - 7, today(), INTERVAL 1 DAY))::DATE AS day) AS d LEFT JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day ORDER BY d.day

--- ok
SELECT t.day FROM range(date_add(CURRENT_DATE, INTERVAL 1 DAY), DATE_TRUNC('day', CURRENT_DATE) + INTERVAL 8 DAY, INTERVAL 1 DAY) AS t(day) ORDER BY 1

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
SELECT region_id, LIST(status ORDER BY opened_at DESC)[1] AS last_status FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT region_id, LIST(claim_id ORDER BY cost DESC NULLS LAST, claim_id)[1:3] AS top3 FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT LIST(claim_id ORDER BY claim_id)[0] AS none, LIST(claim_id ORDER BY claim_id)[-1] AS last, LIST(claim_id ORDER BY claim_id)[58:] AS tail, LIST(claim_id ORDER BY claim_id)[:2] AS head FROM sales.claim

--- ok
SELECT STRING_SPLIT(status, '_')[1] AS head, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT claim_id, SPLIT(status, '_')[2] AS second, STR_SPLIT(status, '_')[-1] AS last, STRING_SPLIT_REGEX(status, '[_ ]')[1] AS head, STRING_TO_ARRAY(status, '_')[1:2] AS two FROM sales.claim ORDER BY claim_id

--- ok
SELECT status[1] AS letter, status[2:] AS rest, status[:3] AS start, status[-1] AS last FROM sales.claim ORDER BY claim_id

--- ok
SELECT UPPER(status[1]) || LOWER(status[2:]) AS nice FROM sales.claim ORDER BY claim_id

--- ok
SELECT LIST_EXTRACT(LIST(claim_id ORDER BY claim_id), 2) AS b, ARRAY_EXTRACT(LIST(claim_id ORDER BY claim_id), -2) AS y, LIST_ELEMENT(LIST(claim_id ORDER BY claim_id), 1) AS a, LIST_SLICE(LIST(claim_id ORDER BY claim_id), 2, 3) AS bc, ARRAY_SLICE(LIST(claim_id ORDER BY claim_id), 2, 3) AS too FROM sales.claim

--- ok
SELECT LIST_SUM(LIST(score)) AS s, LIST_AVG(LIST(score)) AS a, LIST_MIN(LIST(score)) AS lo, LIST_MAX(LIST(score)) AS hi, LIST_UNIQUE(LIST(score)) AS n FROM sales.claim

--- ok
SELECT l.parts[1] AS head, LEN(l.parts) AS n FROM (SELECT claim_id, STRING_SPLIT(status, '_') AS parts FROM sales.claim) AS l ORDER BY l.claim_id

--- ok
SELECT string_split(status, '') FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT q.j ->> 's' AS status, q.j -> 'n' ->> 'id' AS id, q.j ->> '$.n.l[1]' AS score FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q ORDER BY q.claim_id

--- ok
SELECT j -> 'n' -> 'l' ->> 1 AS score, COUNT(*) AS n FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q GROUP BY 1 ORDER BY 1

--- ok
SELECT COUNT(*) FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q WHERE j ->> 's' = 'open' AND (j -> 'n' ->> 'id') IS NOT NULL AND NOT j ->> 's' LIKE 'c%'

--- ok
SELECT SUM((j -> 'n' ->> 'id')::INT) AS total, SUM(CAST(j ->> '$.n.l[1]' AS INT)) AS scores FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q

--- ok
SELECT 'is ' || (j ->> 's') AS a, j ->> 's' || '!' AS b, UPPER(j ->> 's') AS c, COALESCE(j ->> 'x', 'none') AS d FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q ORDER BY claim_id LIMIT 5

--- ok
SELECT j -> 's' AS quoted, JSON_EXTRACT(j, '$.n') AS n, JSON_EXTRACT(j, 's') AS s, JSON_EXTRACT_STRING(j, 's') AS t, COALESCE(j -> 'x', j -> 's') AS u FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q ORDER BY claim_id LIMIT 5

--- ok
SELECT (j -> 'n' -> 'l')[1] AS second FROM (SELECT claim_id, CONCAT('{"s": "', status, '", "n": {"id": ', claim_id, ', "l": [1, ', score, ']}}')::JSON AS j FROM sales.claim) AS q ORDER BY claim_id LIMIT 5

--- ok
SELECT r.region_name, t.claim_id, t.cost FROM sales.region AS r, LATERAL (SELECT c.claim_id, c.cost FROM sales.claim AS c WHERE c.region_id = r.region_id ORDER BY c.cost DESC NULLS LAST, c.claim_id LIMIT 3) AS t ORDER BY 1, 2

--- ok
SELECT r.region_name, t.n FROM sales.region AS r LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim AS c WHERE c.region_id = r.region_id) AS t ON TRUE ORDER BY 1

--- ok
SELECT c.claim_id, x.days FROM sales.claim AS c, LATERAL (SELECT DATE_DIFF('day', c.opened_at, c.closed_at) AS days) AS x ORDER BY 1

--- ok
WITH d AS (SELECT DISTINCT opened_on FROM sales.claim), g AS (SELECT opened_on, opened_on - CAST(ROW_NUMBER() OVER (ORDER BY opened_on) AS INT) AS grp FROM d) SELECT MIN(opened_on), MAX(opened_on), COUNT(*) FROM g GROUP BY grp ORDER BY 1

--- ok
SELECT c1.region_id, COUNT(DISTINCT c2.claim_id) FROM sales.claim c1 JOIN sales.claim c2 ON c1.region_id = c2.region_id AND c2.opened_on BETWEEN c1.opened_on - 7 AND c1.opened_on - 1 GROUP BY 1 ORDER BY 1

--- ok
SELECT v.lbl, COUNT(*) FROM sales.claim c JOIN (VALUES ('low', 0, 100), ('high', 100, 9999)) v(lbl, lo, hi) ON c.cost >= lo AND c.cost < hi GROUP BY 1 ORDER BY 1

--- ok
SELECT status, COUNT(*) AS n, ROUND(100 * n / SUM(n) OVER (), 1) AS pct FROM sales.claim GROUP BY status ORDER BY n DESC, status

--- ok unordered
SELECT r.*, x.a FROM sales.region AS r, LATERAL (SELECT r.region_id + 1 AS a) AS x

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
SELECT claim_id, ARRAY[status, channel] AS both FROM sales.claim ORDER BY claim_id

--- ok
SELECT (ARRAY['a', 'b', 'c'])[2] AS b, (ARRAY[1, 2, 3])[2:3] AS rest

--- ok
SELECT claim_id, [status, channel] AS both, ['x', 'y'] AS fixed, [1, 2.5] AS numbers FROM sales.claim ORDER BY claim_id

--- ok
SELECT COUNT(*) FROM sales.claim WHERE LIST_CONTAINS(['open', 'closed'], status)

--- ok
SELECT claim_id FROM sales.claim WHERE NOT LIST_CONTAINS(['web', NULL], channel) ORDER BY claim_id

--- ok
SELECT COUNT(*) FROM sales.claim WHERE status IN ['open', 'closed'] AND score NOT IN [1, 2]

--- ok
SELECT claim_id FROM sales.claim WHERE status = ANY(['open', 'closed']) AND channel <> ALL(['web']) ORDER BY claim_id

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY LIST_POSITION(['open', 'in_progress', 'closed'], status), status

--- ok
SELECT QUANTILE_CONT(cost, [0.25, 0.5, 0.75]) AS quartiles, QUANTILE_DISC(score, [0.1, 0.9]) AS tails FROM sales.claim

--- ok
SELECT region_id, LIST_HAS_ANY(LIST(status), ['open', 'none']) AS any_of, LIST_HAS_ALL(LIST(status), ['open', 'closed']) AS every_of FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT LIST_SUM([1, 2, 3]) AS s, LIST_AVG([1, 2]) AS a, LIST_MAX([1, 2]) AS hi, LIST_SORT([3, 1, 2]) AS up, LIST_REVERSE_SORT([1, 2]) AS down, LIST_DISTINCT([1, 1]) AS d, LIST_CONCAT([1], [2]) AS c, LIST_APPEND([1], 2) AS p, LEN([1, 2]) AS n, LIST_REVERSE([1, 2]) AS r, LIST_INTERSECT([1, 2], [2]) AS i

--- ok
SELECT claim_id, ARRAY_TO_STRING([status, channel], ' / ') AS label FROM sales.claim ORDER BY claim_id

--- ok
SELECT COALESCE(LIST(channel), ['none']) AS channels FROM (SELECT channel FROM sales.claim ORDER BY claim_id LIMIT 5) AS q

--- ok
SELECT CAST(['1', '2'] AS INT[]) AS numbers, [1, 2]::VARCHAR[] AS texts

--- ok
SELECT claim_id FROM sales.claim WHERE CONTAINS(['open', 'closed'], status) OR LIST_HAS([4, 5], score) ORDER BY claim_id

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
SELECT c.claim_id, t.x FROM sales.claim AS c, UNNEST([c.score, c.region_id]) AS t(x) ORDER BY 1, 2

--- ok
SELECT c.claim_id, v.name, v.value FROM sales.claim AS c CROSS JOIN LATERAL (VALUES ('cost', c.cost), ('score', c.score)) AS v(name, value) ORDER BY 1, 2

--- ok
SELECT v.name, SUM(v.value) AS total FROM sales.claim AS c, LATERAL (VALUES ('cost', c.cost), ('score', c.score)) AS v(name, value) GROUP BY v.name ORDER BY 1

--- ok
SELECT c.claim_id, v.value FROM sales.claim AS c LEFT JOIN LATERAL (VALUES (c.cost), (c.score)) AS v(value) ON TRUE WHERE c.score > 3 ORDER BY 1, 2

--- ok
SELECT UNNEST(['open', 'closed']) AS s ORDER BY s

--- ok
SELECT s.s, COUNT(c.claim_id) AS n FROM UNNEST(['open', 'closed']) AS s(s) LEFT JOIN sales.claim AS c ON c.status = s.s GROUP BY 1 ORDER BY 1

--- ok
WITH wanted AS (SELECT UNNEST(['open', 'closed']) AS status) SELECT w.status, COUNT(c.claim_id) AS n FROM wanted AS w LEFT JOIN sales.claim AS c USING (status) GROUP BY 1 ORDER BY 1

--- ok
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open', 'closed')) ORDER BY region_id

--- ok
SELECT p.region_id, p.o, p.c FROM (SELECT region_id, status, cost FROM sales.claim) AS s PIVOT (SUM(cost) FOR status IN ('open' AS o, 'closed' AS c)) AS p ORDER BY p.region_id

--- ok
SELECT region_id, open_total, open_n, none_total, none_n FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) AS total, COUNT(*) AS n FOR status IN ('open', 'none')) ORDER BY region_id

--- ok
WITH s AS (SELECT region_id, status, cost FROM sales.claim) SELECT * FROM s PIVOT (AVG(cost) FOR status IN ('open', 'closed', 'none')) ORDER BY region_id

--- ok
SELECT * FROM (SELECT region_id, status, claim_id FROM sales.claim) PIVOT (COUNT(claim_id) FOR status IN ('open', 'none')) ORDER BY region_id

--- ok
SELECT * FROM (SELECT region_id, score, claim_id FROM sales.claim) PIVOT (COUNT(DISTINCT claim_id) FOR score IN (1, 2, 9)) ORDER BY region_id

--- ok
SELECT * FROM (SELECT status, cost FROM sales.claim) PIVOT (MAX(cost) FOR status IN ('open', 'closed'))

--- ok
SELECT * FROM (SELECT status, cost FROM sales.claim WHERE score > 99) PIVOT (MAX(cost) FOR status IN ('open', 'closed'))

--- ok
SELECT * FROM (SELECT region_id, is_repeat, cost FROM sales.claim) PIVOT (SUM(cost) FOR is_repeat IN (true AS again, false AS first)) ORDER BY region_id

--- ok
SELECT * FROM (SELECT region_id, opened_on, cost FROM sales.claim) PIVOT (SUM(cost) FOR opened_on IN (DATE '2024-01-05' AS d5, DATE '2024-01-06' AS d6)) ORDER BY region_id

--- ok
SELECT r.region_name, p.open, p.closed FROM sales.region AS r JOIN (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open', 'closed')) AS p ON p.region_id = r.region_id ORDER BY 1

--- ok
SELECT * FROM (SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open' AS o, 'closed' AS c))) UNPIVOT (v FOR k IN (o, c)) ORDER BY region_id, k

--- ok
SELECT * FROM sales.region PIVOT (COUNT(region_id) FOR country IN ('PT', 'US')) ORDER BY region_name

--- ok
WITH a AS (SELECT country AS c, market AS m, region_id AS i FROM sales.region), b AS (SELECT * FROM a) SELECT * FROM b PIVOT (MIN(i) FOR c IN ('PT' AS pt, 'BR' AS br)) ORDER BY m

--- ok
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (COALESCE(ROUND(SUM(cost), 1), 0) AS s FOR status IN ('open', 'none')) ORDER BY region_id

--- ok
SELECT * FROM (SELECT region_id, score, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open', 'closed') GROUP BY region_id) ORDER BY region_id

--- ok
SELECT * FROM (SELECT region_id, cost, claim_id FROM sales.claim) PIVOT (COUNT(claim_id) FOR cost IN (65, '65.00')) ORDER BY region_id

--- ok
FROM (PIVOT sales.claim ON status IN ('open', 'closed') USING SUM(cost) GROUP BY region_id) ORDER BY region_id

--- ok
WITH p AS (PIVOT sales.claim ON status IN ('open', 'closed') USING SUM(cost) AS total, COUNT(*) AS n GROUP BY region_id, is_repeat) SELECT * FROM p ORDER BY region_id, is_repeat

--- ok
FROM (PIVOT (SELECT region_id, status FROM sales.claim) ON status IN ('open', 'none')) ORDER BY region_id

--- ok
FROM (UNPIVOT (SELECT region_id, SUM(cost) AS cost, SUM(score) AS score FROM sales.claim GROUP BY 1) ON cost, score INTO NAME metric VALUE v) ORDER BY region_id, metric

--- ok
SELECT * FROM (UNPIVOT (SELECT region_id, cost AS c, cost + 1 AS d FROM sales.claim) ON c AS cost, d) AS u ORDER BY region_id, name, value

--- ok
SELECT * FROM (SELECT region_id, SUM(score) AS a, MAX(score) AS b FROM sales.claim GROUP BY region_id) UNPIVOT (v FOR metric IN (a, b)) ORDER BY region_id, metric

--- ok
SELECT u.region_id, u.metric, u.v FROM (SELECT region_id, SUM(cost) AS a, MAX(CASE WHEN region_id = 1 THEN cost END) AS b FROM sales.claim GROUP BY region_id) AS s UNPIVOT (v FOR metric IN (a, b)) AS u ORDER BY u.region_id, u.metric

--- ok
SELECT * FROM (SELECT region_id, SUM(cost) AS a, MAX(CASE WHEN region_id = 1 THEN cost END) AS b FROM sales.claim GROUP BY region_id) UNPIVOT INCLUDE NULLS (v FOR metric IN (a, b)) ORDER BY region_id, metric

--- ok
SELECT * FROM (SELECT region_id, SUM(cost) AS a, MAX(cost) AS b FROM sales.claim GROUP BY region_id) UNPIVOT (v FOR metric IN (a AS 'total', b AS 'the most')) ORDER BY region_id, metric

--- ok unordered
SELECT c.claim_id, MAX(v.amount) AS most FROM sales.claim AS c, LATERAL (VALUES (c.score), ('10')) AS v(amount) GROUP BY c.claim_id

--- ok
SELECT UNNEST([2, 1, NULL]::TEXT[]) AS x ORDER BY x

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
SELECT v.visit_id, UNNEST(v.tags) AS tag, UNNEST(v.readings) AS reading FROM sales.visit AS v

--- ok
SELECT UNNEST(LIST_SORT(LIST_DISTINCT(tags))) AS tag FROM sales.visit

--- ok
SELECT t.x FROM sales.claim AS c, UNNEST(STR_SPLIT(c.status, '_')) AS t(x)

--- ok
SELECT visit_id, LIST_FILTER(tags, LAMBDA t : t LIKE 's%') AS s FROM sales.visit

--- ok
SELECT visit_id, LIST_TRANSFORM(tags, LAMBDA t : UPPER(t)) AS loud FROM sales.visit

--- ok
SELECT visit_id, LIST_TRANSFORM(readings, LAMBDA x, i : x * i) AS weighed FROM sales.visit

--- ok
SELECT visit_id, LEN(LIST_FILTER(readings, LAMBDA x : x > 3)) AS high FROM sales.visit

--- ok
SELECT v.visit_id, LIST_FILTER(v.tags, LAMBDA t : t = v.note) AS same FROM sales.visit AS v

--- ok
SELECT visit_id, LIST_REDUCE(readings, LAMBDA a, b : a + b, 0) AS total FROM sales.visit

--- ok
SELECT visit_id, LIST_SUM(LIST_TRANSFORM(readings, LAMBDA x : x * 2)) AS twice FROM sales.visit

--- ok
SELECT visit_id, ARRAY_TO_STRING(LIST_TRANSFORM(LIST_FILTER(tags, LAMBDA t : t <> 'urgent'), LAMBDA t : CONCAT('#', t)), ' ') AS hashed FROM sales.visit

--- ok
SELECT t.tag, COUNT(*) AS n FROM sales.visit AS v, UNNEST(LIST_FILTER(v.tags, LAMBDA x : x <> 'urgent')) AS t(tag) GROUP BY t.tag

--- ok
SELECT region_id, ARRAY_APPLY(LIST(visit_id ORDER BY visit_id), LAMBDA x : x + 1) AS next FROM sales.visit GROUP BY region_id

--- ok
SELECT LIST_TRANSFORM([1, 2], LAMBDA x : x + 1) AS more

--- ok
SELECT visit_id FROM sales.visit WHERE 'urgent' = ANY (tags)

--- ok
SELECT visit_id FROM sales.visit WHERE 'urgent' <> ALL (tags)

--- ok
SELECT visit_id FROM sales.visit WHERE 'urgent' IN tags

--- ok
SELECT visit_id, LIST_AGGREGATE(readings, 'sum') AS total, LIST_AGGR(readings, 'median') AS middle, LIST_MEDIAN(readings) AS same, LIST_COUNT(readings) AS n FROM sales.visit

--- ok
SELECT visit_id, LIST_FIRST(tags) AS first, LIST_LAST(tags) AS last, LIST_ANY_VALUE(tags) AS some FROM sales.visit

--- ok
SELECT status, BIT_XOR(claim_id) AS mark, KAHAN_SUM(score) AS total FROM sales.claim GROUP BY status

--- ok
SELECT region_id, HISTOGRAM(status) AS seen FROM sales.claim GROUP BY region_id

--- ok
SELECT a.region_name, b.region_name AS other, LEVENSHTEIN(a.region_name, b.region_name) AS away, JARO_WINKLER_SIMILARITY(a.region_name, b.region_name) AS near, JARO_SIMILARITY(a.region_name, b.region_name) AS j, JACCARD(a.region_name, b.region_name) AS k FROM sales.region AS a JOIN sales.region AS b ON a.region_id < b.region_id

--- ok
SELECT STRIP_ACCENTS(region_name) AS plain, UNICODE(region_name) AS first, ORD(region_name) AS o, SHA256(region_name) AS code, SHA1(region_name) AS short FROM sales.region

--- ok
SELECT REGEXP_EXTRACT_ALL(status, '[a-z]') AS letters, REGEXP_FULL_MATCH(status, '[a-z]+') AS plain, REGEXP_SPLIT_TO_ARRAY(status, '_') AS parts FROM sales.claim

--- ok
SELECT TRY_STRPTIME(status, '%Y-%m-%d') AS day FROM sales.claim

--- ok
SELECT GCD(score, 6) AS g, LCM(score, 4) AS l, ROUND_EVEN(cost, 1) AS r, ISINF(cost::DOUBLE) AS i FROM sales.claim

--- ok
SELECT JSON_ARRAY_LENGTH('{"a": [1, 2]}', '$.a') AS n, JSON_KEYS('{"a": 1}') AS k, JSON_TYPE('[1]') AS t, JSON_VALID(status) AS v, JSON_EXISTS('{"a": 1}', '$.a') AS e FROM sales.claim

--- ok
SELECT opened_on + TO_WEEKS(1) AS later, EPOCH_US(opened_at) AS us FROM sales.claim

--- ok
SELECT visit_id FROM sales.visit WHERE tags @> ['urgent'] OR tags && ['screen', 'battery'] OR ['urgent'] <@ tags

--- ok
SELECT c.claim_id, v.visit_id FROM sales.claim AS c ASOF JOIN sales.visit AS v ON c.region_id = v.region_id AND c.claim_id >= v.visit_id

--- ok
SELECT c.claim_id, v.visit_id, v.tags FROM sales.claim AS c ASOF LEFT JOIN sales.visit AS v ON c.region_id = v.region_id AND c.claim_id > v.visit_id

--- ok unordered
SELECT visit_id, ARRAY_TO_STRING(LIST_TRANSFORM(LIST(note), LAMBDA n : UPPER(TRIM(n))), ', ') AS notes FROM sales.visit GROUP BY visit_id

--- ok unordered
SELECT visit_id, LIST_SUM(LIST_TRANSFORM(STR_SPLIT(note, ' '), LAMBDA w : LENGTH(w))) AS n, LIST_TRANSFORM(readings, LAMBDA r : CAST(r AS VARCHAR) || ' mm') AS told FROM sales.visit

--- ok
SELECT CAST(d.day AS DATE) AS day, COUNT(c.claim_id) AS n FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY) AS d(day) LEFT JOIN claim c ON c.opened_on = d.day GROUP BY ALL ORDER BY ALL

--- ok
WITH bounds AS (SELECT DATE_TRUNC('month', MIN(opened_on)) AS lo, DATE_TRUNC('month', MAX(opened_on)) AS hi FROM claim), months AS (SELECT CAST(m.month AS DATE) AS month FROM bounds, generate_series(bounds.lo, bounds.hi, INTERVAL 1 MONTH) AS m(month)) SELECT months.month, COALESCE(SUM(c.cost), 0) AS cost FROM months LEFT JOIN claim c ON DATE_TRUNC('month', c.opened_on) = months.month GROUP BY months.month ORDER BY 1

--- ok
SELECT UNNEST(generate_series(MIN(opened_on), MAX(opened_on), INTERVAL 1 WEEK)) AS week FROM claim WHERE status = 'open'

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT CAST(UNNEST(range(lo, hi, INTERVAL 1 DAY)) AS DATE) AS day FROM span ORDER BY day LIMIT 10

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT s.day FROM span, UNNEST(generate_series(span.lo, span.hi + INTERVAL 6 DAYS, INTERVAL 7 DAYS)) AS s(day) WHERE s.day > span.lo

--- ok
SELECT d.day FROM UNNEST(generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL 1 DAY)) AS d(day) ORDER BY d.day

--- ok
SELECT day FROM (SELECT UNNEST(generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL '1 day')) AS day) WHERE DAYOFWEEK(day) = 1

--- ok
SELECT d.day, r.region_name, COUNT(c.claim_id) AS n FROM generate_series(DATE '2024-01-01', (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY) AS d(day) CROSS JOIN (SELECT region_id, region_name FROM region ORDER BY region_id LIMIT 4) AS r LEFT JOIN claim c ON c.opened_on = d.day AND c.region_id = r.region_id GROUP BY d.day, r.region_name

--- ok
SELECT COUNT(*) FROM generate_series(DATE '2026-01-01', CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- ok
SELECT COUNT(*) FROM range((SELECT MIN(opened_on) FROM claim), LAST_DAY((SELECT MAX(opened_on) FROM claim)) + INTERVAL 1 DAY, INTERVAL 1 DAY) AS d(day)

--- ok
SELECT h.hour, COUNT(c.claim_id) AS n FROM generate_series(TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-02 23:00:00', INTERVAL 1 HOUR) AS h(hour) LEFT JOIN claim c ON DATE_TRUNC('hour', CAST(c.opened_at AS TIMESTAMP)) = h.hour GROUP BY h.hour ORDER BY h.hour

--- ok
SELECT COUNT(*) AS n FROM range(DATE_TRUNC('hour', CAST(NOW() AS TIMESTAMP)) - INTERVAL 23 HOURS, CAST(NOW() AS TIMESTAMP), INTERVAL 1 HOUR) AS h(hour)

--- ok
SELECT UNNEST(generate_series(TIMESTAMP '2024-01-01 08:00:00', TIMESTAMP '2024-01-01 18:00:00', INTERVAL 15 MINUTES)) AS slot

--- ok
SELECT * FROM unnest(range(5)) AS t(n)

--- ok
SELECT t.n FROM UNNEST(generate_series(1, 3)) AS t(n) JOIN claim c ON c.score = t.n

--- ok
SELECT * FROM UNNEST(generate_series(1, 3)) AS t

--- ok
SELECT "score" - "region_id" - "product_id" - "score" - "region_id" - "product_id" - "score" - "region_id" AS x FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT v.visit_id, u.n FROM sales.visit v LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim c WHERE c.region_id = v.region_id) u ON TRUE ORDER BY v.visit_id

--- ok
select claim_id, sum(cost) over (order by claim_id rows between 6 preceding and current row) as x from sales.claim order by claim_id limit 20

--- ok
SELECT claim_id, SUM(score) OVER (ORDER BY claim_id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS x, COUNT(*) OVER (ORDER BY score RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) AS y FROM sales.claim ORDER BY claim_id

--- ok
SELECT PRINTF('%05d', claim_id) AS a, FORMAT('{}: {:.2f}', status, score * 1.5) AS b, CHR(65) AS c, FACTORIAL(5) AS d, BAR(score, 0, 10, 20) AS e, REPEAT('*', 3) AS f, HAMMING('karolin', 'kathrin') AS g, DAMERAU_LEVENSHTEIN(status, 'open') AS h, EQUI_WIDTH_BINS(0, 100, 10, true) AS i FROM sales.claim ORDER BY claim_id

--- ok
SELECT region_id, MAX(score, 3) AS most, MIN(claim_id, 2) AS first_two, ARG_MAX(claim_id, claim_id, 2) AS latest FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT visit_id, tags[LEN(tags)] AS a, tags[LENGTH(tags) - 1] AS b, readings[region_id] AS c, v.readings[v.region_id - 1] AS d, STRING_SPLIT(note, ' ')[LEN(STRING_SPLIT(note, ' '))] AS e FROM sales.visit v ORDER BY visit_id

--- ok
SELECT claim_id & 1 AS a, claim_id | 2 AS b, XOR(claim_id, 3) AS c, claim_id << 2 AS d, score >> 1 AS e, 2 ^ 3 ^ 2 AS f, score + 2 & 3 AS g, (score & 3) | 4 AS h, BIT_COUNT(score) AS i, score << 2 + 1 AS j FROM sales.claim WHERE claim_id & 1 = 1 ORDER BY claim_id

--- ok
SELECT claim_id FROM sales.claim WHERE status GLOB '*o?e*' AND status SIMILAR TO '(open|closed)' ORDER BY claim_id

--- ok
SELECT visit_id, [UPPER(x) FOR x IN tags IF x <> 'urgent'] AS a, [x FOR x IN tags IF x LIKE 's%'] AS b, [r * 2 FOR r IN readings] AS c FROM sales.visit ORDER BY visit_id

--- ok
SELECT week: DATE_TRUNC('week', opened_on), n: COUNT(*) FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
PIVOT sales.claim ON status IN ('open', 'closed') USING SUM(cost) GROUP BY region_id

--- ok
UNPIVOT (SELECT claim_id, score, region_id FROM sales.claim WHERE status IN ('open', 'closed')) ON score, region_id INTO NAME kind VALUE amount

--- ok
SELECT {'a': claim_id, 'b': status} AS s, STRUCT_PACK(x := score, y := status).y AS t, {a: {'b': score}} AS u, [{'a': 1}] AS v FROM sales.claim ORDER BY claim_id

--- ok
SELECT region_id, MAX({'id': claim_id, 'status': status}).status AS last_status, LIST({'id': claim_id} ORDER BY claim_id) AS ids FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT x.region_id, x.m.status FROM (SELECT region_id, MAX({'id': claim_id, 'status': status}) AS m FROM sales.claim GROUP BY region_id) x ORDER BY 1

--- ok
SELECT m.* FROM (SELECT MAX({'id': claim_id, 'status': status}) AS m FROM sales.claim GROUP BY region_id) x ORDER BY 1

--- ok
SELECT b.claim_id, r.region_name, x.k FROM (VALUES (1)) AS x(k), sales.claim AS b JOIN sales.region AS r USING (region_id) WHERE b.claim_id < 5 ORDER BY 1

--- ok
SELECT c.claim_id, x.k FROM sales.claim AS c CROSS JOIN (VALUES (1)) AS x(k) RIGHT JOIN sales.region AS r ON r.region_id = c.region_id AND c.claim_id < 5 ORDER BY 1, 2

--- ok
SELECT COLUMNS(*) FROM sales.claim ORDER BY claim_id

--- ok
SELECT MIN(COLUMNS(*)) FROM sales.claim

--- ok
SELECT SUM(COLUMNS('cost|score')) FROM sales.claim

--- ok
SELECT region_id, AVG(COLUMNS(['cost', 'score'])) FROM sales.claim GROUP BY region_id ORDER BY 1 NULLS LAST

--- ok
SELECT claim_id, COALESCE(COLUMNS('_id$'), 0) FROM sales.claim ORDER BY claim_id

--- ok
SELECT COUNT(COLUMNS(* EXCLUDE (status, channel))) FROM sales.claim

--- ok
SELECT COLUMNS(LAMBDA c : c LIKE 'opened%') FROM sales.claim ORDER BY claim_id

--- ok
SELECT COLUMNS(LAMBDA c : c NOT LIKE '%_id') FROM sales.claim ORDER BY claim_id

--- ok
SELECT * LIKE '%_id' FROM sales.claim ORDER BY claim_id

--- ok
SELECT * ILIKE '%PEN%D%' FROM sales.claim ORDER BY claim_id

--- ok
SELECT * SIMILAR TO '(opened|closed)_a' FROM sales.claim ORDER BY claim_id

--- ok
SELECT COLUMNS(c.*) FROM sales.claim c JOIN sales.region r USING (region_id) ORDER BY c.claim_id

--- ok
SELECT AVG(COLUMNS('^(cost|score)$')) OVER (PARTITION BY region_id) FROM sales.claim ORDER BY claim_id

--- ok
SELECT * RENAME (status AS state) FROM sales.claim ORDER BY claim_id

--- ok
SELECT state, COUNT(*) AS n FROM (SELECT * EXCLUDE (cost) RENAME (status AS state, region_id AS r) FROM sales.claim) GROUP BY 1 ORDER BY 1

--- ok
SELECT * REPLACE (UPPER(status) AS status) RENAME (channel AS way) FROM sales.claim ORDER BY claim_id

--- ok
SELECT HEX(status) AS h, TO_BASE64(ENCODE(status)) AS b, BASE64(ENCODE(status)) AS c FROM sales.claim ORDER BY claim_id

--- ok
SELECT DECODE(FROM_BASE64('c2NyZWVu')) AS word, DECODE(UNHEX('6f6b')) AS ok

--- ok
SELECT SHA256(ENCODE(status)) AS digest FROM sales.claim ORDER BY claim_id

--- ok
SELECT TO_JSON(tags) AS j, TO_JSON({'a': visit_id, 'b': note}) AS o FROM sales.visit ORDER BY visit_id

--- ok
SELECT REGEXP_EXTRACT('x?a=1&b=2', 'a=([^&]+)', 1) AS a

--- ok
SELECT UNNEST(JSON_KEYS(j)) AS k FROM (SELECT TO_JSON({'a': status, 'b': 1}) AS j FROM sales.claim WHERE claim_id < 4)

--- ok
SELECT k, COUNT(*) AS n FROM (SELECT TO_JSON({'a': status, 'b': 1}) AS j FROM sales.claim) AS t, UNNEST(JSON_KEYS(t.j)) AS u(k) GROUP BY k ORDER BY k

--- ok
SELECT claim_id, cost FROM sales.claim ORDER BY claim_id FETCH FIRST ROW ONLY

--- ok
SELECT claim_id FROM sales.claim ORDER BY claim_id OFFSET 2 ROWS FETCH NEXT ROW ONLY

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
SELECT d.region_id, (SELECT COUNT(*) FROM sales.claim AS c JOIN (SELECT v.region_id AS k FROM sales.visit AS v WHERE v.region_id = d.region_id) AS s ON s.k = c.region_id) AS n FROM sales.region AS d ORDER BY 1

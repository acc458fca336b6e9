Legitimate SQL for databricks: every entry passes. See sqlgen/tests/guard_cases.py.

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
SELECT `status` FROM `sales`.`claim` ORDER BY `claim_id` LIMIT 3

--- ok
SELECT status FROM lake.sales.claim ORDER BY claim_id LIMIT 3

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY ALL

--- ok
SELECT cost * 2 AS double_cost, double_cost + 1 AS more FROM sales.claim LIMIT 3

--- ok
SELECT claim_id, region_id FROM sales.claim QUALIFY ROW_NUMBER() OVER (PARTITION BY region_id ORDER BY claim_id) = 1

--- ok
SELECT * EXCEPT (country, market) FROM sales.region

--- ok
SELECT MEDIAN(cost) AS m, PERCENTILE_APPROX(cost, 0.9) AS p90 FROM sales.claim

--- ok
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY cost) AS m FROM sales.claim

--- ok
SELECT COUNT_IF(status = 'open') AS n, APPROX_COUNT_DISTINCT(status) AS k FROM sales.claim

--- ok
SELECT MAX_BY(status, claim_id) AS last_status FROM sales.claim

--- ok
SELECT CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) AS day, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT EXTRACT(DAYOFWEEK_ISO FROM FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon')) AS weekday, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT WEEKDAY(opened_on) + 1 AS weekday, HOUR(opened_at) AS hour, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2

--- ok
SELECT DATEDIFF(opened_on, DATE '2024-01-01') AS days, DATE_ADD(opened_on, 7) AS later, DATE_SUB(opened_on, 7) AS sooner FROM sales.claim LIMIT 3

--- ok
SELECT DATEDIFF(DAY, opened_at, closed_at) AS days FROM sales.claim LIMIT 3

--- ok
SELECT TIMESTAMPDIFF(HOUR, opened_at, closed_at) AS hours FROM sales.claim LIMIT 3

--- ok
SELECT ADD_MONTHS(opened_on, -1) AS m, LAST_DAY(opened_on) AS l, MONTHS_BETWEEN(opened_on, DATE '2024-01-01') AS b FROM sales.claim LIMIT 3

--- ok
SELECT UNIX_TIMESTAMP(closed_at) - UNIX_TIMESTAMP(opened_at) AS seconds FROM sales.claim LIMIT 3

--- ok
SELECT DATE_FORMAT(opened_on, 'yyyy-MM') AS month, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT YEAR(opened_on) AS y, QUARTER(opened_on) AS q, MONTH(opened_on) AS m FROM sales.claim LIMIT 3

--- ok
SELECT TRY_DIVIDE(SUM(cost), COUNT(*)) AS mean FROM sales.claim

--- ok
SELECT IF(is_repeat, 'yes', 'no') AS r, NVL(channel, 'none') AS c FROM sales.claim LIMIT 3

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE STARTSWITH(status, 'o') OR CONTAINS(status, 'los') OR ENDSWITH(status, 'd')

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status ILIKE 'O%'

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON c.region_id <=> r.region_id

--- ok
SELECT c.claim_id FROM sales.claim AS c LEFT SEMI JOIN sales.region AS r ON c.region_id = r.region_id LIMIT 4

--- ok
SELECT c.claim_id FROM sales.claim AS c LEFT ANTI JOIN sales.region AS r ON c.region_id = r.region_id LIMIT 4

--- ok
SELECT * FROM VALUES (1, 'a'), (2, 'b') AS v(id, name) ORDER BY id

--- ok
SELECT status AS s, UPPER(s) AS u FROM sales.claim LIMIT 3

--- ok
SELECT 'it\'s' AS quoted, 'back\\slash' AS b

--- ok
SELECT "double quoted text" AS t

--- ok
SELECT region_name AS `Região` FROM sales.region WHERE region_name = 'Açores'

--- ok
SELECT claim_id DIV 10 AS tens, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT BOOL_OR(is_repeat) AS any_repeat FROM sales.claim

--- ok
SELECT TO_DATE('2024-01-01') AS d, CAST('2024-01-01' AS TIMESTAMP) AS t

--- ok
SELECT claim_id, SUM(cost) OVER (ORDER BY opened_on RANGE BETWEEN INTERVAL 7 DAYS PRECEDING AND CURRENT ROW) AS s FROM sales.claim LIMIT 5

--- ok
SELECT CURRENT_TIMESTAMP() AS t, CURRENT_DATE() AS d, NOW() AS n

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
SELECT COUNT(*) AS n FROM sales.claim AS a JOIN sales.claim AS b ON DATEDIFF(b.opened_on, a.opened_on) BETWEEN 0 AND 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON ABS(c.region_id - r.region_id) < 1

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
SELECT status, claim_id FROM claim ORDER BY status ASC, claim_id LIMIT 5

--- ok
SELECT claim_id, FIRST_VALUE(status) RESPECT NULLS OVER (ORDER BY claim_id) AS f FROM claim

--- ok
SELECT SIN(score) + COS(score) + TAN(1) + ASIN(0) + ACOS(1) + ATAN(score) + ATAN2(score, 1) + DEGREES(score) + RADIANS(score) + E() AS x FROM claim

--- ok
SELECT region_id, REGR_SXX(cost, score) AS c, REGR_SXY(cost, score) AS a, REGR_SYY(cost, score) AS b, REGR_COUNT(cost, score) AS n FROM claim GROUP BY region_id

--- ok
SELECT DAYOFMONTH(opened_on) AS a, MONTHNAME(opened_on) AS b, ISNAN(CAST(cost AS DOUBLE)) AS c, WIDTH_BUCKET(cost, 0, 100, 5) AS d, TIMESTAMP_MILLIS(claim_id) AS e FROM claim

--- ok
SELECT ARRAY_PREPEND(tags, 'z') AS a FROM visit

--- ok
SELECT CAST(score AS TINYINT) AS a, CAST(score AS SMALLINT) AS b, CAST(score AS FLOAT) AS c, CAST(score AS BOOLEAN) AS d, CAST(opened_at AS TIMESTAMP_LTZ) AS e FROM claim

--- ok
SELECT REPLACE(status, 'a') AS x FROM claim

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
SELECT status AS `Status of the claim`, COUNT(*) AS `How many (n)` FROM sales.claim GROUP BY status ORDER BY status

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
SELECT SUM(cost) FILTER (WHERE opened_on >= DATE '2024-02-01') AS this_month, SUM(cost) FILTER (WHERE opened_on < DATE '2024-02-01') AS before FROM sales.claim WHERE region_id IN (SELECT region_id FROM sales.region WHERE market = 'EU')

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE TRUE AND 1 = 1 AND status IS NOT NULL

--- ok
SELECT DATE_TRUNC('MONTH', opened_at) AS month, COUNT(*) AS n FROM sales.claim GROUP BY ALL ORDER BY month

--- ok
SELECT TRUNC(opened_on, 'MM') AS month, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT DATE_FORMAT(opened_at, 'yyyy-MM-dd') AS d, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT DATEDIFF(closed_at, opened_at) AS days FROM sales.claim LIMIT 5

--- ok
SELECT DATE_DIFF(MONTH, opened_at, closed_at) AS m, DATEADD(DAY, 7, opened_on) AS d FROM sales.claim LIMIT 5

--- ok
SELECT TIMESTAMPADD(HOUR, 3, opened_at) AS t, DATE_ADD(MONTH, 1, opened_on) AS m FROM sales.claim LIMIT 5

--- ok
SELECT opened_on + INTERVAL 1 MONTH AS m, opened_on - INTERVAL '7' DAYS AS d FROM sales.claim LIMIT 5

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= CURRENT_DATE() - INTERVAL 30 DAYS

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE_SUB(CURRENT_DATE(), 30)

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= ADD_MONTHS(CURRENT_DATE(), -3)

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on BETWEEN '2024-01-01' AND '2024-01-31'

--- ok
SELECT PERCENTILE(cost, 0.5) AS p50, PERCENTILE_APPROX(cost, 0.95) AS p95, APPROX_PERCENTILE(cost, 0.5) AS a, MEDIAN(cost) AS m FROM sales.claim

--- ok
SELECT PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY cost) AS p, PERCENTILE(score, 0.5) AS d FROM sales.claim

--- ok
SELECT MODE(is_repeat) AS m, ANY_VALUE(channel) AS a, FIRST(status) AS f, LAST(status, TRUE) AS l FROM sales.claim

--- ok
SELECT MAX_BY(status, opened_on) AS x, MIN_BY(status, opened_on) AS n FROM sales.claim

--- ok
SELECT COUNT_IF(is_repeat) AS r, COUNT_IF(cost > 100) AS big FROM sales.claim

--- ok
SELECT TRY_CAST(channel AS INT) AS i, TRY_DIVIDE(SUM(cost), COUNT(*)) AS d FROM sales.claim GROUP BY 1

--- ok
SELECT TRY_ADD(1, 2) AS a, TRY_SUBTRACT(3, 1) AS s, TRY_MULTIPLY(2, 3) AS m

--- ok
SELECT NVL(channel, 'none') AS c, NVL2(channel, 1, 0) AS k, IFNULL(channel, 'x') AS i, COALESCE(channel, 'y') AS y FROM sales.claim LIMIT 5

--- ok
SELECT IF(cost > 100, 'big', 'small') AS size, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
SELECT DECODE(status, 'open', 1, 'closed', 2, 0) AS d FROM sales.claim LIMIT 3

--- ok
SELECT status, region_id, SUM(cost) AS total FROM sales.claim GROUP BY status, region_id WITH ROLLUP

--- ok
SELECT status, region_id, SUM(cost) AS total FROM sales.claim GROUP BY CUBE (status, region_id)

--- ok
SELECT status, GROUPING_ID(status) AS g, COUNT(*) AS n FROM sales.claim GROUP BY ROLLUP (status)

--- ok
SELECT claim_id FROM sales.claim QUALIFY ROW_NUMBER() OVER (PARTITION BY region_id ORDER BY cost DESC NULLS LAST) <= 3

--- ok
SELECT c.* EXCEPT (opened_at, closed_at), r.region_name FROM sales.claim c JOIN sales.region r ON c.region_id = r.region_id LIMIT 3

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status RLIKE '^(open|closed)$'

--- ok
SELECT REGEXP_REPLACE(status, '[aeiou]', '') AS s, REGEXP_EXTRACT(status, '([a-z]+)_([a-z]+)', 2) AS p FROM sales.claim LIMIT 3

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE REGEXP_LIKE(status, 'o.*n')

--- ok
SELECT SPLIT_PART(status, '_', 1) AS head, INSTR(status, 'o') AS i, LOCATE('o', status) AS l, CHARINDEX('o', status) AS c FROM sales.claim LIMIT 3

--- ok
SELECT INITCAP(status) AS i, LPAD(CAST(score AS STRING), 3, '0') AS p, CONCAT_WS('-', status, channel) AS c FROM sales.claim LIMIT 3

--- ok
SELECT DAYOFWEEK(opened_on) AS a, WEEKDAY(opened_on) AS b, DAYOFYEAR(opened_on) AS c, WEEKOFYEAR(opened_on) AS d, LAST_DAY(opened_on) AS e FROM sales.claim LIMIT 3

--- ok
SELECT DATE_PART('YEAR', opened_on) AS y, EXTRACT(QUARTER FROM opened_on) AS q FROM sales.claim LIMIT 3

--- ok
SELECT UNIX_TIMESTAMP(opened_at) AS u, FROM_UNIXTIME(0) AS f, TO_TIMESTAMP('2024-01-05 10:00:00') AS t FROM sales.claim LIMIT 3

--- ok
SELECT TO_DATE('05/01/2024', 'dd/MM/yyyy') AS d, MAKE_DATE(2024, 2, 29) AS m

--- ok
SELECT CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', CAST(opened_at AS TIMESTAMP_NTZ)) AS t FROM sales.claim LIMIT 3

--- ok
SELECT TO_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS t FROM sales.claim LIMIT 3

--- ok
SELECT opened_at::DATE AS d, cost::DOUBLE AS c, score::STRING AS s FROM sales.claim LIMIT 3

--- ok
SELECT LISTAGG(DISTINCT status, ', ') AS s FROM sales.claim

--- ok
SELECT STRING_AGG(status, ', ') AS s FROM sales.claim WHERE claim_id < 5

--- ok
SELECT BOOL_AND(is_repeat) AS a, EVERY(is_repeat) AS e, SOME(is_repeat) AS s FROM sales.claim

--- ok
SELECT STDDEV_SAMP(cost) AS s, SKEWNESS(cost) AS k, KURTOSIS(cost) AS u FROM sales.claim

--- ok
SELECT REGR_SLOPE(cost, score) AS s, REGR_INTERCEPT(cost, score) AS i, REGR_R2(cost, score) AS r FROM sales.claim

--- ok
SELECT LAG(cost) IGNORE NULLS OVER (ORDER BY claim_id) AS l FROM sales.claim LIMIT 3

--- ok
SELECT SUM(cost) OVER (ORDER BY opened_on RANGE BETWEEN INTERVAL 7 DAYS PRECEDING AND CURRENT ROW) AS s FROM sales.claim LIMIT 5

--- ok
SELECT cost * 2 AS twice, twice + 1 AS more, more / 2 AS less FROM sales.claim LIMIT 3

--- ok
SELECT COUNT(*) AS n FROM sales.claim c LEFT ANTI JOIN sales.region r ON c.region_id = r.region_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim c LEFT SEMI JOIN sales.region r ON c.region_id = r.region_id AND r.market = 'EU'

--- ok
SELECT COUNT(DISTINCT status, channel) AS n FROM sales.claim

--- ok
SELECT APPROX_COUNT_DISTINCT(claim_id) AS n FROM sales.claim

--- ok
SELECT ROUND(cost, 1) AS r, BROUND(cost, 1) AS b, CEIL(cost) AS c, FLOOR(cost) AS f, SIGN(cost) AS s, PMOD(score, 3) AS p FROM sales.claim LIMIT 3

--- ok
SELECT LOG10(100) AS a, LOG2(8) AS b, LN(1) AS c, LOG(2, 8) AS d, PI() AS e, CBRT(27) AS f

--- ok
SELECT GREATEST(cost, score) AS g, LEAST(cost, score) AS l FROM sales.claim LIMIT 3

--- ok
SELECT status FROM sales.claim MINUS SELECT 'open'

--- ok
SELECT * FROM sales.region WHERE region_name LIKE ANY ('N%', 'A%')

--- ok
SELECT DATE(opened_at) AS d, COUNT(*) AS n FROM sales.claim GROUP BY DATE(opened_at)

--- ok
SELECT QUARTER(opened_on) AS q, YEAR(opened_on) AS y, SUM(cost) AS total FROM sales.claim GROUP BY YEAR(opened_on), QUARTER(opened_on) ORDER BY y, q

--- ok
SELECT CURRENT_TIMESTAMP AS t, NOW() AS n, CURRENT_DATE AS d

--- ok
SELECT CHAR_LENGTH(status) AS c, LEN(status) AS l, REVERSE(status) AS r, TRANSLATE(status, 'abc', 'xyz') AS t, SUBSTR(status, 2, 3) AS s FROM sales.claim LIMIT 2

--- ok
SELECT SUM(cost) FILTER (WHERE status = 'open') AS o, ROUND(100 * SUM(cost) FILTER (WHERE status = 'open') / SUM(cost), 1) AS p FROM sales.claim

--- ok
SELECT MONTHS_BETWEEN(closed_at, opened_at) AS m, NEXT_DAY(opened_on, 'MON') AS n FROM sales.claim LIMIT 3

--- ok
SELECT HOUR(opened_at) AS h, MINUTE(opened_at) AS m, SECOND(opened_at) AS s FROM sales.claim LIMIT 3

--- ok
SELECT DATE_TRUNC('WEEK', opened_at) AS w, COUNT(*) AS n FROM sales.claim GROUP BY DATE_TRUNC('WEEK', opened_at) ORDER BY 1

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status <=> 'open' AND channel IS NOT NULL

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
SELECT region_id, SORT_ARRAY(COLLECT_LIST(claim_id)) AS ids FROM sales.claim GROUP BY region_id

--- ok
SELECT SORT_ARRAY(COLLECT_SET(status)) AS statuses FROM sales.claim

--- ok
SELECT ARRAY_SORT(ARRAY_AGG(score)) AS scores FROM sales.claim

--- ok
SELECT SORT_ARRAY(COLLECT_SET(status), FALSE) AS statuses FROM sales.claim

--- ok
SELECT region_id, SIZE(COLLECT_SET(status)) AS kinds FROM sales.claim GROUP BY region_id

--- ok
SELECT CARDINALITY(COLLECT_LIST(claim_id)) AS n FROM sales.claim

--- ok
SELECT SIZE(ARRAY_DISTINCT(COLLECT_LIST(status))) AS n FROM sales.claim

--- ok
SELECT region_id, ARRAY_CONTAINS(COLLECT_SET(status), 'rejected') AS any_rejected FROM sales.claim GROUP BY region_id

--- ok
SELECT ARRAY_JOIN(SORT_ARRAY(COLLECT_SET(status)), ', ') AS statuses FROM sales.claim

--- ok
SELECT CONCAT_WS(', ', SORT_ARRAY(COLLECT_SET(status))) AS statuses FROM sales.claim

--- ok
WITH s AS (SELECT region_id, COLLECT_SET(status) AS seen FROM sales.claim GROUP BY 1) SELECT region_id FROM s WHERE ARRAY_CONTAINS(seen, 'open')

--- ok
SELECT GET_JSON_OBJECT('{"a": {"b": ["x", "y"]}}', '$.a.b[1]') AS value

--- ok
SELECT claim_id, GET_JSON_OBJECT(CONCAT('{"s": "', status, '"}'), '$.s') AS s FROM sales.claim

--- ok
SELECT APPROX_PERCENTILE(cost, 0.5, 1000) AS middle FROM sales.claim

--- ok
SELECT claim_id, opened_at + MAKE_INTERVAL(0, 0, 0, score) AS due FROM sales.claim

--- ok
SELECT MAKE_TIMESTAMP(2024, 1, 2, 3, 4, 5) AS moment

--- ok
SELECT MD5(status) AS mark, COUNT(*) AS n FROM sales.claim GROUP BY 1

--- ok
(WITH x AS (SELECT 2 AS a) SELECT a FROM x) UNION ALL (WITH x AS (SELECT 3 AS a) SELECT a FROM x)

--- ok
WITH claim AS (SELECT status FROM sales.claim WHERE score > 2) SELECT claim.status, COUNT(*) AS n FROM claim GROUP BY 1

--- ok
(SELECT claim_id FROM sales.claim ORDER BY claim_id LIMIT 7) ORDER BY claim_id LIMIT 9

--- ok
SELECT status AS s FROM sales.claim ORDER BY s, claim_id

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on >= DATE'2024-01-10' AND opened_on < DATE'2024-02-01'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_on < DATE'2024-02-01' + INTERVAL'7' DAY

--- ok
SELECT FORMAT_NUMBER(cost, 2) AS shown, ASCII(status) AS a FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT UNIX_DATE(opened_on) AS d, UNIX_SECONDS(opened_at) AS s, UNIX_MILLIS(opened_at) AS ms, DATE_FROM_UNIX_DATE(UNIX_DATE(opened_on)) AS back FROM sales.claim ORDER BY claim_id LIMIT 5

--- ok
SELECT TIMESTAMP_SECONDS(UNIX_SECONDS(opened_at)) AS t, TRY_TO_TIMESTAMP(status, 'yyyy') AS none FROM sales.claim ORDER BY claim_id LIMIT 5

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
SELECT status, MIN(cost), MAX(cost), MAX(cost) - MIN(cost) AS spread FROM sales.claim GROUP BY status HAVING MAX(cost) - MIN(cost) > 10

--- ok
SELECT CAST(cost AS INTEGER), CAST(cost AS VARCHAR(20)), CAST(score AS DOUBLE PRECISION), CAST('2024-01-01' AS TIMESTAMP) FROM sales.claim

--- ok
SELECT COUNT(*) FROM sales.claim WHERE EXTRACT(HOUR FROM opened_at) BETWEEN 9 AND 17

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
SELECT date_format(opened_at, 'yyyy-MM') AS ym, count(*) FROM sales.claim GROUP BY ALL

--- ok
SELECT try_divide(sum(cost), count(*)), nvl(channel, 'x'), ifnull(channel, 'y') FROM sales.claim GROUP BY channel

--- ok
SELECT datediff(closed_at, opened_at), datediff(HOUR, opened_at, closed_at), timestampdiff(MINUTE, opened_at, closed_at) FROM sales.claim

--- ok
SELECT * EXCEPT (cost) FROM sales.claim

--- ok
SELECT `status`, `cost` FROM `sales`.`claim` WHERE `cost` > 100

--- ok
SELECT split_part(status, '_', 1), substring(status, 1, 3), initcap(status), regexp_extract(status, '([a-z]+)_', 1), regexp_replace(status, '_', ' ') FROM sales.claim

--- ok
SELECT to_date('2024-01-01'), to_timestamp('2024-01-01 00:00:00'), unix_timestamp(opened_at), from_unixtime(0) FROM sales.claim

--- ok
SELECT concat_ws('-', status, channel), concat(status, ':', channel), status || channel FROM sales.claim

--- ok
SELECT CASE WHEN score > 3 THEN 'a' ELSE 'b' END AS g, count(*) FROM sales.claim GROUP BY g

--- ok
SELECT status, sum(cost) total FROM sales.claim GROUP BY status HAVING total > 100 ORDER BY total DESC

--- ok
SELECT cost * 2 AS d, d + 1 AS e FROM sales.claim

--- ok
SELECT status rlike '^in', status LIKE 'o%', status ILIKE 'O%', regexp_like(status, 'x') FROM sales.claim

--- ok
SELECT c.claim_id FROM sales.claim c LEFT ANTI JOIN sales.region r ON c.region_id = r.region_id

--- ok
SELECT c.claim_id FROM sales.claim c LEFT SEMI JOIN sales.region r ON c.region_id = r.region_id

--- ok
SELECT equal_null(channel, 'app'), channel <=> 'app', nullif(channel, 'app'), coalesce(channel, 'x'), nvl2(channel, 1, 0), decode(status, 'open', 1, 0) FROM sales.claim

--- ok
SELECT cast(cost AS INT), cost::double, int(cost), string(score), double(score), date(opened_at), try_cast(status AS INT) FROM sales.claim

--- ok
SELECT round(cost, 1), bround(cost, 1), ceil(cost), floor(cost), pmod(score, 2), score % 2, score div 2, abs(score), sign(score) FROM sales.claim

--- ok
SELECT trim(status), ltrim(status), lpad(status, 12, '*'), reverse(status), length(status), char_length(status), instr(status, 'e'), locate('e', status), left(status, 2), upper(status) FROM sales.claim

--- ok
SELECT trunc(opened_on, 'MM'), trunc(opened_on, 'YEAR'), make_date(2024, 1, 1), dayname(opened_on) FROM sales.claim

--- ok
SELECT region_id, status, sum(cost), grouping_id(region_id, status) FROM sales.claim GROUP BY region_id, status WITH ROLLUP

--- ok
SELECT status, count(*) FROM sales.claim WHERE opened_at >= '2024-01-01' AND opened_at < '2024-02-01' GROUP BY status

--- ok
SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(id, name)

--- ok
SELECT if(score > 3, 'hi', 'lo'), isnull(channel), isnotnull(channel), greatest(cost, 1), least(cost, 1) FROM sales.claim

--- ok
SELECT sum(cost) FILTER (WHERE status = 'open'), bool_or(is_repeat), every(is_repeat), some(is_repeat) FROM sales.claim

--- ok
SELECT to_char(opened_at, 'yyyy'), to_char(cost, '999.99') FROM sales.claim

--- ok
SELECT unix_date(opened_on), date_from_unix_date(1), timestamp_seconds(0), unix_seconds(opened_at), unix_millis(opened_at) FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE CONCAT('%', channel, '%') AND channel LIKE '%p%' AND status NOT LIKE '%x%'

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE '%' || LOWER(channel) || '%' OR status ILIKE UPPER(channel)

--- ok
SELECT claim_id, DATEDIFF(closed_at, opened_at) AS nights, DATEDIFF(DAY, opened_at, closed_at) AS days FROM sales.claim ORDER BY claim_id

--- ok
SELECT MAX(DATE_DIFF(CURRENT_DATE(), opened_at)) - MIN(DATE_DIFF(CURRENT_DATE(), opened_at)) AS span, AVG(DATEDIFF(closed_at, DATE'2024-01-01')) AS mean FROM sales.claim

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at > TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT COUNT(*) AS n FROM sales.claim WHERE opened_at + INTERVAL '2' HOUR < TIMESTAMP '2024-03-01 00:00:00' AND COALESCE(ROUND(ABS(SQRT(ABS(CAST(FLOOR(COALESCE(score, 0)) AS INT))))), 0) > 0

--- ok
SELECT TO_DATE('2024-01-05', 'yyyy-MM-dd') AS d, TO_DATE(CAST(opened_on AS STRING), 'yyyy-MM-dd') AS e FROM sales.claim

--- ok
SELECT TO_DATE('2024-01-05 10:11:12', 'yyyy-MM-dd HH:mm:ss') AS d, UNIX_TIMESTAMP('2024-01-05', 'yyyy-MM-dd') AS u

--- ok
SELECT DATE_FORMAT(opened_at, 'yyyy-MM-dd') AS day, DATE_FORMAT(opened_at, 'E') AS weekday, COUNT(*) AS n FROM sales.claim GROUP BY 1, 2

--- ok
SELECT status, PERCENTILE(cost, ARRAY(0.25, 0.5, 0.75)) AS quartiles FROM sales.claim GROUP BY status

--- ok
SELECT PERCENTILE_APPROX(score, ARRAY(0.5, 0.9), 1000) AS p FROM sales.claim

--- ok
SELECT t.day, COUNT(c.claim_id) AS n FROM explode(sequence(DATE'2024-01-01', DATE'2024-02-01', INTERVAL 1 DAY)) AS t(day) LEFT JOIN sales.claim AS c ON c.opened_on = t.day GROUP BY 1 ORDER BY 1

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM EXPLODE(SEQUENCE(DATE '2024-01-01', DATE '2024-03-31', INTERVAL '1' DAY)) AS t(day) LEFT JOIN daily AS d ON d.opened_on = t.day ORDER BY t.day

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM explode(sequence(current_date() - INTERVAL 30 DAYS, current_date(), INTERVAL 1 DAY)) AS t(day) LEFT JOIN daily AS d ON d.opened_on = t.day ORDER BY t.day

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM explode(sequence(date_sub(current_date(), 30), current_date())) AS t(day) LEFT JOIN daily AS d ON d.opened_on = t.day ORDER BY t.day

--- ok
WITH daily AS (SELECT opened_on, COUNT(*) AS n FROM sales.claim GROUP BY opened_on) SELECT t.day, COALESCE(d.n, 0) AS n FROM explode(sequence(date_add(current_date(), -30), date_sub(current_date(), 1))) AS t(day) LEFT JOIN daily AS d ON d.opened_on = t.day ORDER BY t.day

--- ok
SELECT t.month, COALESCE(SUM(c.cost), 0) AS cost FROM explode(sequence(DATE'2024-01-01', DATE'2024-12-01', INTERVAL 1 MONTH)) AS t(month) LEFT JOIN sales.claim AS c ON TRUNC(c.opened_on, 'MM') = t.month GROUP BY t.month ORDER BY t.month

--- ok
SELECT t.month, COUNT(c.claim_id) AS n FROM explode(sequence(add_months(trunc(current_date(), 'MM'), -11), trunc(current_date(), 'MM'), INTERVAL 1 MONTH)) AS t(month) LEFT JOIN sales.claim AS c ON TRUNC(c.opened_on, 'MM') = t.month GROUP BY t.month ORDER BY t.month

--- ok
SELECT t.day FROM explode(sequence(DATE'2024-01-31', DATE'2024-12-31', INTERVAL 1 MONTH)) AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM explode(sequence(to_date('2024-01-01'), to_date('2024-03-31'), INTERVAL 2 WEEKS)) AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM explode(sequence(TIMESTAMP'2024-01-01', TIMESTAMP'2024-01-31', INTERVAL 1 DAY)) AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM explode(sequence(date_trunc('DAY', current_timestamp()) - INTERVAL 7 DAYS, date_trunc('DAY', current_timestamp()), INTERVAL 1 DAY)) AS t(day) ORDER BY 1

--- ok
SELECT t.day FROM explode(sequence(dateadd(day, -6, current_date()), current_date())) AS t(day) ORDER BY 1

--- ok
SELECT t.score, COUNT(c.claim_id) AS n FROM explode(sequence(1, 10)) AS t(score) LEFT JOIN sales.claim AS c ON c.score = t.score GROUP BY t.score ORDER BY t.score

--- ok
SELECT t.n FROM explode(sequence(5, 1)) AS t(n) ORDER BY t.n

--- ok
SELECT t.n FROM explode(sequence(10, 0, -5)) AS t(n) ORDER BY t.n

--- ok
SELECT s.col AS n FROM explode(sequence(1, 3)) AS s ORDER BY 1

--- ok
SELECT day FROM (SELECT explode(sequence(DATE'2024-01-01', DATE'2024-01-31', INTERVAL 1 DAY)) AS day) ORDER BY day

--- ok
WITH days AS (SELECT explode(sequence(DATE'2024-01-01', DATE'2024-01-31', INTERVAL 1 DAY)) AS day) SELECT d.day, COUNT(c.claim_id) AS n FROM days AS d LEFT JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day ORDER BY d.day

--- ok
WITH days AS (SELECT explode(sequence(DATE'2024-01-01', DATE'2024-01-31')) AS day), daily AS (SELECT opened_on, region_id, SUM(cost) AS cost FROM sales.claim GROUP BY 1, 2) SELECT d.day, r.region_name, COALESCE(SUM(x.cost), 0) AS cost FROM days AS d CROSS JOIN sales.region AS r LEFT JOIN daily AS x ON x.opened_on = d.day AND x.region_id = r.region_id GROUP BY 1, 2 ORDER BY 1, 2

--- ok
SELECT EXPLODE(SEQUENCE(0, 23)) AS hour

--- ok
SELECT a.n, b.n AS m FROM explode(sequence(1, 20)) AS a(n) CROSS JOIN explode(sequence(1, 20)) AS b(n) ORDER BY 1, 2

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
SELECT a.n, COUNT(*) AS k FROM explode(sequence(1, 400)) AS a(n) JOIN explode(sequence(1, 400)) AS b(n) ON b.n BETWEEN a.n - 27 AND a.n GROUP BY a.n ORDER BY a.n

--- ok
WITH days AS (SELECT n FROM explode(sequence(1, 60)) AS s(n)), daily AS (SELECT claim_id AS n, SUM(cost) AS cost FROM sales.claim GROUP BY claim_id), rolling AS (SELECT a.n, SUM(d.cost) AS cost FROM days AS a JOIN days AS b ON b.n BETWEEN a.n - 6 AND a.n LEFT JOIN daily AS d ON d.n = b.n GROUP BY a.n) SELECT x.n, x.cost, y.cost AS before FROM rolling AS x LEFT JOIN rolling AS y ON y.n = x.n - 7 ORDER BY x.n

--- ok
SELECT d.n, v.label, w.goal FROM explode(sequence(1, 365)) AS d(n) LEFT JOIN (VALUES (1, 'first'), (100, 'hundredth')) AS v(n, label) ON v.n = d.n LEFT JOIN (VALUES (1, 10), (2, 20), (3, 30)) AS w(n, goal) ON w.n = d.n ORDER BY d.n

--- ok
SELECT a.n, b.n AS m FROM explode(sequence(1, 5)) AS a(n) FULL JOIN (SELECT n + 2 AS n FROM explode(sequence(1, 5)) AS s(n)) AS b ON a.n = b.n ORDER BY 1, 2

--- ok
SELECT r.region_id, (SELECT COUNT(*) FROM sales.claim AS c WHERE c.region_id = r.region_id AND c.score > (SELECT MIN(score) FROM sales.claim)) AS n FROM sales.region AS r ORDER BY 1

--- ok
WITH g AS (SELECT region_id, COUNT(*) AS n FROM sales.claim GROUP BY ROLLUP (region_id)), t AS (SELECT COUNT(*) AS n FROM sales.claim) SELECT g.region_id, g.n, t.n AS total FROM g CROSS JOIN t ORDER BY 1, 2

--- ok
SELECT a.n, LISTAGG(CAST(b.n AS VARCHAR(9)), ',') AS l FROM explode(sequence(1, 300)) AS a(n) JOIN explode(sequence(1, 300)) AS b(n) ON b.n = a.n GROUP BY a.n ORDER BY a.n

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
SELECT split(status, '_')[0] AS head, COUNT(*) AS n FROM sales.claim GROUP BY 1 ORDER BY 1

--- ok
SELECT element_at(split(status, '_'), -1) AS tail, element_at(split(status, '_'), 1) AS head FROM sales.claim ORDER BY claim_id

--- ok
SELECT try_element_at(split(status, '_'), 2) AS second, get(split(status, '_'), 1) AS too FROM sales.claim ORDER BY claim_id

--- ok
SELECT split(status, '_', 2)[0] AS head, size(split(status, '_')) AS n, cardinality(split(status, '_')) AS m FROM sales.claim ORDER BY claim_id

--- ok
SELECT split(status, '') FROM sales.claim ORDER BY claim_id LIMIT 4

--- ok
SELECT slice(split(status, '_'), 1, 1) AS first_words FROM sales.claim ORDER BY claim_id

--- ok
SELECT region_id, sort_array(collect_list(claim_id))[0] AS lowest, element_at(sort_array(collect_list(claim_id)), -1) AS highest FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT array_max(collect_list(score)) AS hi, array_min(collect_list(score)) AS lo FROM sales.claim

--- ok
SELECT substring_index(status, '_', 1) AS head, regexp_substr(status, '[a-z]+') AS word, regexp_count(status, '[aeiou]') AS vowels FROM sales.claim ORDER BY claim_id

--- ok
SELECT l.parts[0] AS head FROM (SELECT claim_id, split(status, '_') AS parts FROM sales.claim) AS l ORDER BY l.claim_id

--- ok
SELECT r.region_name, t.claim_id, t.cost FROM sales.region AS r, LATERAL (SELECT c.claim_id, c.cost FROM sales.claim AS c WHERE c.region_id = r.region_id ORDER BY c.cost DESC NULLS LAST, c.claim_id LIMIT 3) AS t ORDER BY 1, 2

--- ok
SELECT r.region_name, t.n FROM sales.region AS r LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim AS c WHERE c.region_id = r.region_id) AS t ON TRUE ORDER BY 1

--- ok
SELECT c.claim_id, x.days FROM sales.claim AS c, LATERAL (SELECT datediff(c.closed_at, c.opened_at) AS days) AS x ORDER BY 1

--- ok
WITH d AS (SELECT DISTINCT opened_on FROM sales.claim), g AS (SELECT opened_on, date_sub(opened_on, row_number() OVER (ORDER BY opened_on)) AS grp FROM d) SELECT MIN(opened_on), MAX(opened_on), COUNT(*) FROM g GROUP BY grp ORDER BY 1

--- ok
SELECT c1.region_id, COUNT(DISTINCT c2.claim_id) FROM sales.claim c1 JOIN sales.claim c2 ON c1.region_id = c2.region_id AND c2.opened_on BETWEEN date_sub(c1.opened_on, 7) AND date_sub(c1.opened_on, 1) GROUP BY 1 ORDER BY 1

--- ok
SELECT status, COUNT(*) AS n, ROUND(100 * COUNT(*) / SUM(COUNT(*)) OVER (), 1) AS pct FROM sales.claim GROUP BY status ORDER BY n DESC, status

--- ok
SELECT get_json_object(to_json_text.j, '$.a') FROM (SELECT CONCAT('{"a": ', claim_id, '}') AS j FROM sales.claim) AS to_json_text ORDER BY 1 LIMIT 5

--- ok unordered
SELECT r.*, x.a FROM sales.region AS r, LATERAL (SELECT r.region_id + 1 AS a) AS x

--- ok
SELECT claim_id, ARRAY(status, channel) AS both, ARRAY('x', 'y') AS fixed FROM sales.claim ORDER BY claim_id

--- ok
SELECT COUNT(*) FROM sales.claim WHERE ARRAY_CONTAINS(ARRAY('open', 'closed'), status)

--- ok
SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status ORDER BY ARRAY_POSITION(ARRAY('open', 'in_progress', 'closed'), status), status

--- ok
SELECT claim_id, ARRAY_JOIN(ARRAY_COMPACT(ARRAY(status, channel)), ' / ') AS label, ARRAY('a', 'b')[1] AS b, ELEMENT_AT(ARRAY('a', 'b'), 1) AS a, SIZE(ARRAY(1, 2)) AS n FROM sales.claim ORDER BY claim_id

--- ok
SELECT region_id, ARRAYS_OVERLAP(COLLECT_SET(status), ARRAY('open', 'none')) AS any_of, SORT_ARRAY(ARRAY_INTERSECT(COLLECT_SET(status), ARRAY('open', 'closed'))) AS those, SORT_ARRAY(ARRAY_EXCEPT(COLLECT_SET(status), ARRAY('open'))) AS others FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT ARRAY_MAX(ARRAY(1, 2)) AS hi, ARRAY_MIN(ARRAY(1, 2)) AS lo, ARRAY_REMOVE(ARRAY(1, 2), 2) AS one, ARRAY_APPEND(ARRAY(1), 2) AS two, ARRAY_DISTINCT(ARRAY(1, 1)) AS d

--- ok
SELECT REGR_AVGX(cost, score) AS x, REGR_AVGY(cost, score) AS y, BIT_AND(score) AS a, BIT_OR(score) AS o FROM sales.claim

--- ok
SELECT ROUND(CAST(SINH(1) AS DECIMAL(10, 4)), 2) AS s, ROUND(CAST(COSH(1) AS DECIMAL(10, 4)), 2) AS c, ROUND(CAST(TANH(1) AS DECIMAL(10, 4)), 2) AS t, ROUND(CAST(COT(1) AS DECIMAL(10, 4)), 2) AS k

--- ok
SELECT BTRIM(status) AS a, BTRIM(status, 'do') AS b FROM sales.claim ORDER BY claim_id

--- ok
SELECT EXPLODE(ARRAY('open', 'closed')) AS s ORDER BY s

--- ok
SELECT t.s FROM EXPLODE(ARRAY('open', 'closed')) AS t(s) ORDER BY t.s

--- ok
SELECT s.s, COUNT(c.claim_id) AS n FROM (SELECT EXPLODE(ARRAY('open', 'closed')) AS s) AS s LEFT JOIN sales.claim AS c ON c.status = s.s GROUP BY 1 ORDER BY 1

--- ok
SELECT c.claim_id, t.x FROM sales.claim AS c LATERAL VIEW EXPLODE(ARRAY('a', 'b')) t AS x ORDER BY 1, 2

--- ok
SELECT c.claim_id, t.x FROM sales.claim AS c LATERAL VIEW EXPLODE(ARRAY(c.score, c.region_id)) t AS x ORDER BY 1, 2

--- ok
SELECT c.claim_id, t.x FROM sales.claim AS c, LATERAL EXPLODE(ARRAY(c.score, c.region_id)) AS t(x) ORDER BY 1, 2

--- ok
SELECT claim_id, STACK(2, 'cost', cost, 'score', CAST(score AS DECIMAL(12, 2))) AS (metric, value) FROM sales.claim ORDER BY claim_id, metric

--- ok
SELECT metric, SUM(value) AS total FROM (SELECT claim_id, STACK(2, 'cost', cost, 'score', CAST(score AS DECIMAL(12, 2))) AS (metric, value) FROM sales.claim) AS q GROUP BY metric ORDER BY metric

--- ok
SELECT x FROM EXPLODE(ARRAY(1, 2)) AS t(x) ORDER BY x

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
SELECT * FROM (SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open' AS o, 'closed' AS c))) UNPIVOT (v FOR k IN (o, c)) ORDER BY region_id, k

--- ok
SELECT * FROM sales.region PIVOT (COUNT(region_id) FOR country IN ('PT', 'US')) ORDER BY region_name

--- ok
WITH a AS (SELECT country AS c, market AS m, region_id AS i FROM sales.region), b AS (SELECT * FROM a) SELECT * FROM b PIVOT (MIN(i) FOR c IN ('PT' AS pt, 'BR' AS br)) ORDER BY m

--- ok
SELECT * FROM (SELECT region_id, status, is_repeat, cost FROM sales.claim) PIVOT (SUM(cost) FOR (status, is_repeat) IN (('open', true) AS a, ('closed', false) AS b)) ORDER BY region_id

--- ok
SELECT * FROM (SELECT region_id, SUM(score) AS a, MAX(score) AS b FROM sales.claim GROUP BY region_id) UNPIVOT (v FOR metric IN (a, b)) ORDER BY region_id, metric

--- ok
SELECT u.region_id, u.metric, u.v FROM (SELECT region_id, SUM(cost) AS a, MAX(CASE WHEN region_id = 1 THEN cost END) AS b FROM sales.claim GROUP BY region_id) AS s UNPIVOT (v FOR metric IN (a, b)) AS u ORDER BY u.region_id, u.metric

--- ok
SELECT * FROM (SELECT region_id, SUM(cost) AS a, MAX(CASE WHEN region_id = 1 THEN cost END) AS b FROM sales.claim GROUP BY region_id) UNPIVOT INCLUDE NULLS (v FOR metric IN (a, b)) ORDER BY region_id, metric

--- ok
SELECT * FROM (SELECT region_id, SUM(cost) AS a, MAX(cost) AS b FROM sales.claim GROUP BY region_id) UNPIVOT (v FOR metric IN (a AS total, b AS `the most`)) ORDER BY region_id, metric

--- ok
SELECT t.tag, COUNT(*) AS n FROM sales.visit AS v LATERAL VIEW EXPLODE(v.tags) t AS tag GROUP BY t.tag ORDER BY n DESC, 1

--- ok
SELECT visit_id, tag FROM sales.visit LATERAL VIEW explode(tags) AS tag WHERE tag <> 'urgent'

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v LATERAL VIEW OUTER EXPLODE(v.tags) t AS tag

--- ok
SELECT v.visit_id, t.pos, t.tag FROM sales.visit AS v LATERAL VIEW POSEXPLODE(v.tags) t AS pos, tag

--- ok
SELECT v.visit_id, t.pos, t.tag FROM sales.visit AS v LATERAL VIEW OUTER POSEXPLODE(v.tags) t AS pos, tag

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v, LATERAL EXPLODE(v.tags) AS t(tag)

--- ok
SELECT v.visit_id, t.col FROM sales.visit AS v CROSS JOIN LATERAL EXPLODE(v.tags) AS t

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v LEFT JOIN LATERAL EXPLODE(v.tags) AS t(tag) ON TRUE

--- ok
SELECT v.visit_id, t.tag FROM sales.visit AS v, LATERAL EXPLODE_OUTER(v.tags) AS t(tag)

--- ok
SELECT visit_id, EXPLODE(tags) AS tag FROM sales.visit

--- ok
SELECT visit_id, EXPLODE_OUTER(tags) AS tag FROM sales.visit

--- ok
SELECT visit_id, POSEXPLODE(tags) AS (pos, tag) FROM sales.visit

--- ok
SELECT visit_id, POSEXPLODE(tags) FROM sales.visit

--- ok
SELECT DISTINCT EXPLODE(tags) AS tag FROM sales.visit

--- ok
SELECT tag, COUNT(*) AS n FROM (SELECT EXPLODE(tags) AS tag FROM sales.visit) GROUP BY tag

--- ok
WITH tagged AS (SELECT visit_id, region_id, EXPLODE(tags) AS tag FROM sales.visit WHERE visit_id > 2) SELECT r.region_name, tagged.tag, COUNT(*) AS n FROM tagged JOIN sales.region AS r ON r.region_id = tagged.region_id GROUP BY 1, 2

--- ok
WITH v AS (SELECT visit_id, tags FROM sales.visit) SELECT t.tag, COUNT(DISTINCT v.visit_id) AS n FROM v LATERAL VIEW EXPLODE(v.tags) t AS tag GROUP BY t.tag

--- ok
SELECT v.visit_id, MAX(r.value) AS peak, AVG(r.value) AS mean FROM sales.visit AS v LATERAL VIEW EXPLODE(v.readings) r AS value GROUP BY v.visit_id

--- ok
SELECT a.tag AS one, b.tag AS other, COUNT(*) AS n FROM sales.visit AS v LATERAL VIEW EXPLODE(v.tags) a AS tag LATERAL VIEW EXPLODE(v.tags) b AS tag WHERE a.tag < b.tag GROUP BY 1, 2

--- ok
SELECT v.visit_id, r.region_name, t.tag FROM sales.visit AS v JOIN sales.region AS r ON r.region_id = v.region_id LATERAL VIEW EXPLODE(v.tags) t AS tag

--- ok
SELECT word, COUNT(*) AS n FROM (SELECT EXPLODE(SPLIT(LOWER(note), ' ')) AS word FROM sales.visit) GROUP BY word

--- ok
SELECT word, COUNT(*) AS n FROM sales.visit LATERAL VIEW EXPLODE(SPLIT(note, ' ')) w AS word GROUP BY word

--- ok
SELECT EXPLODE(SPLIT(status, '_')) AS part FROM sales.claim AS c

--- ok
SELECT EXPLODE(ARRAY_DISTINCT(tags)) AS tag FROM sales.visit

--- ok
SELECT visit_id, FILTER(tags, t -> t LIKE 's%') AS s FROM sales.visit

--- ok
SELECT visit_id, TRANSFORM(tags, t -> UPPER(t)) AS loud FROM sales.visit

--- ok
SELECT visit_id, TRANSFORM(readings, (x, i) -> x * i) AS weighed FROM sales.visit

--- ok
SELECT visit_id FROM sales.visit WHERE EXISTS(tags, t -> t = 'urgent')

--- ok
SELECT visit_id FROM sales.visit WHERE FORALL(readings, x -> x >= 0)

--- ok
SELECT visit_id, AGGREGATE(readings, 0, (acc, x) -> acc + x) AS total FROM sales.visit

--- ok
SELECT visit_id, REDUCE(readings, CAST(0 AS DOUBLE), (acc, x) -> acc + x, acc -> acc / 10) AS tenth FROM sales.visit

--- ok
SELECT visit_id, SIZE(FILTER(readings, x -> x > 3)) AS high FROM sales.visit

--- ok
SELECT v.visit_id, FILTER(v.tags, t -> t = v.note) AS same FROM sales.visit AS v

--- ok
SELECT visit_id, ARRAY_JOIN(TRANSFORM(FILTER(tags, t -> t <> 'urgent'), t -> CONCAT('#', t)), ' ') AS hashed FROM sales.visit

--- ok
SELECT t.tag, COUNT(*) AS n FROM sales.visit AS v LATERAL VIEW EXPLODE(FILTER(v.tags, x -> x <> 'urgent')) t AS tag GROUP BY t.tag

--- ok
SELECT region_id, TRANSFORM(ARRAY_SORT(COLLECT_SET(visit_id)), x -> x + 1) AS next FROM sales.visit GROUP BY region_id

--- ok
SELECT SUM(CASE WHEN EXISTS(tags, t -> t IN ('urgent', 'screen')) THEN 1 ELSE 0 END) AS n FROM sales.visit

--- ok
SELECT AGGREGATE(ARRAY(1, 2), 0, (a, x) -> a + x) AS three, FILTER(ARRAY(1, 2), x -> x > 1) AS two, EXISTS(ARRAY(1), x -> x > 0) AS yes

--- ok
SELECT visit_id, AGGREGATE(readings, 0, (acc, x) -> CASE WHEN x > acc THEN x ELSE acc END) AS peak FROM sales.visit

--- ok
SELECT SIZE(tags) AS n, COUNT(*) AS visits FROM sales.visit GROUP BY SIZE(tags)

--- ok
SELECT SIZE(seen) AS n FROM (SELECT COLLECT_SET(status) AS seen FROM sales.claim) AS s

--- ok
SELECT STD(cost) AS spread, TRY_AVG(cost) AS mean, MEAN(score) AS m, BIT_XOR(claim_id) AS mark FROM sales.claim

--- ok
SELECT region_id, TRY_SUM(cost) AS total FROM sales.claim GROUP BY region_id

--- ok
SELECT HYPOT(score, score) AS h, LOG1P(score) AS l, EXPM1(score) AS x, RINT(cost) AS r, NANVL(cost, 0) AS n, NULLIFZERO(score) AS z, ZEROIFNULL(cost) AS c FROM sales.claim

--- ok
SELECT status, SHA2(status, 256) AS code, SHA1(status) AS short, CRC32(status) AS sum, HASH(status) AS h, XXHASH64(status) AS x FROM sales.claim

--- ok
SELECT a.region_name, b.region_name AS other, LEVENSHTEIN(a.region_name, b.region_name) AS away, SOUNDEX(a.region_name) AS sound FROM sales.region AS a JOIN sales.region AS b ON a.region_id < b.region_id

--- ok
SELECT OVERLAY(status PLACING '***' FROM 2 FOR 3) AS masked FROM sales.claim

--- ok
SELECT REGEXP_INSTR(status, 'e') AS at, REGEXP_EXTRACT_ALL(status, '[a-z]+', 0) AS words FROM sales.claim

--- ok
SELECT PARSE_URL('https://example.test/a?utm_source=mail', 'HOST') AS host, PARSE_URL('https://example.test/a?utm_source=mail', 'QUERY', 'utm_source') AS source FROM sales.region

--- ok
SELECT ARRAY_UNION(tags, ARRAY('late')) AS all_tags, FIND_IN_SET(note, 'ok,late') AS place, URL_DECODE(note) AS told FROM sales.visit

--- ok
SELECT TO_NUMBER('454', '999') AS n, UNIX_MICROS(opened_at) AS u, TIMESTAMP_MICROS(1700000000000000) AS t, OCTET_LENGTH(status) AS bytes FROM sales.claim

--- ok
SELECT JSON_ARRAY_LENGTH('[1, 2]') AS n, JSON_OBJECT_KEYS('{"a": 1}') AS k, HISTOGRAM_NUMERIC(score, 5) AS h FROM sales.claim

--- ok
SELECT BIGINT('7') AS seven, TRY_MOD(score, 3) AS m FROM sales.claim

--- ok
SELECT /*+ BROADCAST(r) */ r.region_name, COUNT(*) AS n FROM sales.claim AS c JOIN sales.region AS r ON r.region_id = c.region_id GROUP BY r.region_name

--- ok
SELECT x.n FROM (SELECT /*+ COALESCE(1), REPARTITION(3, status) */ status, COUNT(*) AS n FROM sales.claim GROUP BY status) AS x

--- ok
SELECT r.region_name, COUNT(t.x) AS n FROM sales.visit AS v LEFT JOIN sales.region AS r ON r.region_id = v.region_id LATERAL VIEW EXPLODE(v.readings) t AS x GROUP BY r.region_name

--- ok unordered
SELECT visit_id, ARRAY_JOIN(TRANSFORM(COLLECT_LIST(note), n -> CAST(UPPER(TRIM(n)) AS STRING)), ', ') AS notes FROM sales.visit GROUP BY visit_id

--- ok unordered
SELECT visit_id, CONCAT_WS(', ', TRANSFORM(readings, r -> CONCAT(r, ' mm'))) AS told FROM sales.visit

--- ok unordered
SELECT LISTAGG(status) AS s FROM (SELECT DISTINCT status FROM claim WHERE status = 'open') AS c

--- ok
SELECT d.day, COUNT(c.claim_id) AS n FROM EXPLODE(SEQUENCE((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY)) AS d(day) LEFT JOIN claim c ON c.opened_on = d.day GROUP BY d.day ORDER BY d.day

--- ok
WITH days AS (SELECT EXPLODE(SEQUENCE((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY)) AS day) SELECT days.day, COUNT(c.claim_id) AS n FROM days LEFT JOIN claim c ON c.opened_on = days.day GROUP BY days.day

--- ok
WITH bounds AS (SELECT TRUNC(MIN(opened_on), 'MONTH') AS lo, TRUNC(MAX(opened_on), 'MONTH') AS hi FROM claim), months AS (SELECT EXPLODE(SEQUENCE(lo, hi, INTERVAL 1 MONTH)) AS month FROM bounds) SELECT months.month, COALESCE(SUM(c.cost), 0) AS cost FROM months LEFT JOIN claim c ON TRUNC(c.opened_on, 'MONTH') = months.month GROUP BY months.month

--- ok
SELECT EXPLODE(SEQUENCE(MIN(opened_on), MAX(opened_on), INTERVAL 1 WEEK)) AS week FROM claim WHERE status = 'open'

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT t.day FROM span LATERAL VIEW EXPLODE(SEQUENCE(span.lo, span.hi, INTERVAL 1 DAY)) t AS day WHERE t.day > span.lo

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT t.day, COUNT(c.claim_id) AS n FROM span CROSS JOIN LATERAL EXPLODE(SEQUENCE(span.lo, DATE_ADD(span.hi, 6), INTERVAL 7 DAYS)) AS t(day) LEFT JOIN claim c ON c.opened_on BETWEEN t.day AND DATE_ADD(t.day, 6) GROUP BY t.day

--- ok
WITH span AS (SELECT MIN(opened_on) AS lo, MAX(opened_on) AS hi FROM claim) SELECT EXPLODE(SEQUENCE(lo, hi)) AS day FROM span

--- ok
SELECT COUNT(*) FROM EXPLODE(SEQUENCE(DATE '2026-01-01', CURRENT_DATE(), INTERVAL 1 DAY)) AS d(day)

--- ok
SELECT COUNT(*) FROM EXPLODE(SEQUENCE(DATE '2024-01-01', LAST_DAY((SELECT MAX(opened_on) FROM claim)))) AS d(day)

--- ok
SELECT h.hour, COUNT(c.claim_id) AS n FROM EXPLODE(SEQUENCE(TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-02 23:00:00', INTERVAL 1 HOUR)) AS h(hour) LEFT JOIN claim c ON DATE_TRUNC('HOUR', c.opened_at) = h.hour GROUP BY h.hour

--- ok
SELECT COUNT(*) AS n FROM EXPLODE(SEQUENCE(DATE_TRUNC('HOUR', CURRENT_TIMESTAMP()) - INTERVAL 23 HOURS, DATE_TRUNC('HOUR', CURRENT_TIMESTAMP()), INTERVAL 1 HOUR)) AS h(hour)

--- ok
SELECT c.claim_id, t.n FROM claim c LATERAL VIEW EXPLODE(SEQUENCE(1, 3)) t AS n WHERE t.n <= c.score

--- ok
SELECT c.claim_id, u.n FROM sales.claim AS c LATERAL VIEW explode(sequence(1, 5)) u AS n

--- ok
SELECT status, channel, COUNT(*) AS n, GROUPING_ID(status, channel) AS level FROM claim GROUP BY status, channel GROUPING SETS ((status), (status, channel), ())

--- ok
SELECT DATE_ADD(opened_on, DATEDIFF(DATE '2024-03-10', opened_on)) AS a, opened_on + DATEDIFF(closed_at, opened_at) AS b, DATE_SUB(opened_on, DATEDIFF(opened_on, DATE '2024-01-01')) AS c FROM sales.claim ORDER BY claim_id

--- ok
SELECT DATE_ADD(DATE '1970-01-01', UNIX_DATE(opened_on)) AS d, DATE_SUB(opened_on, score - 1) AS s FROM sales.claim ORDER BY claim_id

--- ok
SELECT visit_id, ARRAY_SIZE(tags) AS t, ARRAY_SIZE(SPLIT(note, ' ')) AS w, SIZE(tags) AS s FROM sales.visit ORDER BY visit_id

--- ok
SELECT visit_id, place, tag FROM sales.visit LATERAL VIEW OUTER POSEXPLODE(tags) l AS place, tag ORDER BY visit_id, place

--- ok
SELECT v.visit_id, e.tag FROM sales.visit AS v LEFT JOIN LATERAL EXPLODE(v.tags) AS e(tag) ON TRUE ORDER BY 1, 2

--- ok
SELECT GET_JSON_OBJECT(note, '$.a[0].b') AS a, GET_JSON_OBJECT(note, '$[\'a\']') AS b FROM sales.visit ORDER BY visit_id

--- ok
SELECT v.visit_id, u.n FROM sales.visit v LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim c WHERE c.region_id = v.region_id) AS u ON TRUE ORDER BY v.visit_id

--- ok
select claim_id, sum(cost) over (order by claim_id rows between unbounded preceding and current row) as x from sales.claim order by claim_id limit 20

--- ok
SELECT claim_id, PRINTF('%05d', score) AS a, FORMAT_STRING('%s: %.2f', status, score / CAST(2 AS DOUBLE)) AS b, CHR(65) AS c, FACTORIAL(5) AS d, CONCAT('a', SPACE(3), 'b') AS e, SCHEMA_OF_JSON('{"a": 1}') AS f, REPEAT('*', 3) AS g FROM sales.claim ORDER BY claim_id

--- ok
SELECT APPROX_TOP_K(product_id, 1) AS top FROM sales.claim WHERE product_id <> 2 AND claim_id < 5

--- ok
SELECT visit_id, tags[SIZE(tags) - 1] AS a, readings[CARDINALITY(readings) - 1] AS b, SPLIT(note, ' ')[SIZE(SPLIT(note, ' ')) - 1] AS c, ELEMENT_AT(tags, SIZE(tags)) AS d FROM sales.visit WHERE SIZE(tags) > 0 AND SIZE(readings) > 0 AND note IS NOT NULL ORDER BY visit_id

--- ok
SELECT visit_id, SEQUENCE_PLACE.tags[SEQUENCE_PLACE.n] AS a FROM (SELECT visit_id, tags, visit_id % 1 AS n FROM sales.visit WHERE SIZE(tags) > 0) SEQUENCE_PLACE ORDER BY visit_id

--- ok
SELECT claim_id & 1 AS a, claim_id | 2 AS b, claim_id ^ 3 AS c, SHIFTLEFT(score, 2) AS d, SHIFTRIGHT(score, 1) AS e, score + 2 & 3 AS g, (score & 3) | 4 AS h, BIT_COUNT(score) AS i, score << 2 + 1 AS j, score >> 1 AS k FROM sales.claim WHERE claim_id & 1 = 1 ORDER BY claim_id

--- ok
SELECT claim_id, STRUCT(claim_id, status) AS s, NAMED_STRUCT('a', score, 'b', status) AS t, STRUCT(score * 2 AS x, status).x AS u, STRUCT(score + 1, status).col1 AS v FROM sales.claim ORDER BY claim_id

--- ok
SELECT region_id, MAX(STRUCT(claim_id, status)).status AS last_status, NAMED_STRUCT('d', MAX(opened_on)).d AS d FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT region_id, CONCAT_WS(' > ', TRANSFORM(ARRAY_SORT(COLLECT_LIST(STRUCT(claim_id, status))), x -> x.status)) AS path FROM sales.claim GROUP BY region_id ORDER BY region_id

--- ok
SELECT m.* FROM (SELECT region_id, MAX(STRUCT(claim_id, status)) AS m FROM sales.claim GROUP BY region_id) ORDER BY 1

--- ok
SELECT JSON_TUPLE('{"a": 1, "b": "x"}', 'a', 'b') AS (a, b)

--- ok
SELECT claim_id, JSON_TUPLE(CONCAT('{"s": "', status, '"}'), 's') AS s FROM sales.claim ORDER BY claim_id

--- ok
SELECT s, COUNT(*) AS n FROM (SELECT JSON_TUPLE(CONCAT('{"s": "', status, '", "k": 1}'), 's', 'k') AS (s, k) FROM sales.claim) GROUP BY s ORDER BY s

--- ok
SELECT GET_JSON_OBJECT(note, '$.a') AS a, note:['a'] AS b FROM sales.visit ORDER BY visit_id

--- ok
SELECT BASE64(status) AS b, HEX(status) AS h FROM sales.claim ORDER BY claim_id

--- ok
SELECT DECODE(UNBASE64('c2NyZWVu'), 'UTF-8') AS word, DECODE(UNHEX('6f6b'), 'utf-8') AS ok

--- ok
SELECT BASE64(ENCODE(status, 'UTF-8')) AS b, HEX(CAST(status AS BINARY)) AS h FROM sales.claim ORDER BY claim_id

--- ok
SELECT MASK(status) AS m, MASK(status, 'A', 'z', '0', '-') AS n, MASK(status, NULL, 'q') AS o FROM sales.claim ORDER BY claim_id

--- ok
SELECT TO_JSON(STRUCT(visit_id, note)) AS j, TO_JSON(tags) AS k FROM sales.visit ORDER BY visit_id

--- ok
SELECT TO_JSON(NAMED_STRUCT('n', COUNT(*), 'total', SUM(cost))) AS j FROM sales.claim

--- ok
SELECT 1L AS a, 2S AS b, 3Y AS c, 4.5D AS d, 2.25BD AS e, 1.5F AS f, 7BD AS g

--- ok
SELECT claim_id FROM sales.claim WHERE cost > 100.0D AND score <= 4L ORDER BY claim_id

--- ok
SELECT ARRAY_SORT(tags, (l, r) -> CASE WHEN l < r THEN 1 WHEN l > r THEN -1 ELSE 0 END) AS down FROM sales.visit ORDER BY visit_id

--- ok
SELECT ARRAY_SORT(tags, (l, r) -> LENGTH(l) - LENGTH(r)) AS by_length FROM sales.visit WHERE SIZE(tags) = 2 ORDER BY visit_id

--- ok
SELECT ZIP_WITH(tags, readings, (t, n) -> CONCAT(t, '=', n)) AS pairs FROM sales.visit ORDER BY visit_id

--- ok
SELECT ZIP_WITH(readings, readings, (x, y) -> x * y) AS squares FROM sales.visit ORDER BY visit_id


--- ok
SELECT v.visit_id, u.n FROM sales.visit v LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim c WHERE c.region_id = v.region_id) u ORDER BY v.visit_id

--- ok
SELECT r.region_id, t.n FROM sales.region r LEFT OUTER JOIN LATERAL (SELECT MAX(c.cost) AS n FROM sales.claim c WHERE c.region_id = r.region_id) AS t ON t.n > 100 ORDER BY 1

--- ok
SELECT REGEXP_EXTRACT('x?a=1&b=2', 'a=([^&]+)', 1) AS a

--- ok
SELECT MAP_FROM_ENTRIES(COLLECT_LIST(STRUCT(status, n))) AS m FROM (SELECT status, COUNT(*) AS n FROM sales.claim GROUP BY status)

--- ok
SELECT MAP_CONCAT(MAP_FROM_ENTRIES(ARRAY_AGG(STRUCT(region_id, country))), MAP_FROM_ENTRIES(ARRAY_AGG(STRUCT(region_id + 100, market)))) AS m FROM sales.region

--- ok
SELECT COUNT(*) AS int8 FROM sales.claim

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

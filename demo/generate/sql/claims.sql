-- The claims of the days $first to $last, with everything that will ever happen to them; what lies after `as_of` is
-- hidden when they are written out. Parameters: $first, $last (day numbers).
CREATE OR REPLACE TEMP TABLE chunk AS
WITH numbered AS (
  SELECT number, weekday, age, hour_slots, product_slots, unnest(range(claims)) AS place
  FROM plan WHERE number BETWEEN $first AND $last
),
placed AS (
  SELECT *, number::BIGINT * 1000000 + place AS claim_id, 1 - greatest(least(age, 400), 0) / 400.0 AS trend
  FROM numbered
),
arrived AS (
  SELECT *,
    slot_of(hour_slots, draw(claim_id, 'hour')) AS hour_place,
    -- Repeat claims sit on odd places and point at even ones, so that a repeat never repeats a repeat.
    CASE WHEN place % 2 = 1 AND draw(claim_id, 'repeat') < 0.175 - 0.03 * trend
      THEN number - 4 - floor(draw(claim_id, 'back') * 80)::INTEGER END AS back_number
  FROM placed
),
identified AS (
  SELECT a.* EXCLUDE (number, product_slots), a.number AS day_number,
    b.number IS NOT NULL AS is_repeat,
    coalesce(b.number, a.number) AS number,
    coalesce(b.product_slots, a.product_slots) AS product_slots,
    CASE WHEN b.number IS NULL THEN claim_id
      ELSE b.number::BIGINT * 1000000 + 2 * slot_of(b.claims // 2, draw(claim_id, 'which')) END AS device_of
  FROM arrived a LEFT JOIN plan b ON b.number = a.back_number AND b.claims > 1
),
covered AS (
  SELECT claim_id, device_of, is_repeat, trend, product_id,
    make_timestamptz(begins + 1000000 * floor(draw(claim_id, 'second') * lasts / 1000000)::BIGINT) AS opened_at,
    CASE WHEN draw(device_of, 'no region') >= 0.01 THEN pick(getvariable('regions'), draw(device_of, 'region')) END
      AS region_id,
    1000000 + floor(draw(device_of, 'customer') * getvariable('customers'))::BIGINT AS customer_id,
    (hash(device_of, 'device') % 900000000000)::BIGINT + 100000000000 AS device_id,
    draw(claim_id, 'channel') AS channel_draw,
    draw(claim_id, 'outcome') < 0.06 AS will_be_rejected,
    add_hours(opened_at, least(0.5 - 8 * ln(1 - draw(claim_id, 'assess')), 60)) AS assessed_at
  FROM identified i
    JOIN hour_slot s ON s.weekday = i.weekday AND s.slot = i.hour_place
    JOIN hour_start h ON h.number = i.day_number AND h.hour = s.hour
    JOIN product_slot p ON p.number = i.number AND p.slot = slot_of(i.product_slots, draw(device_of, 'product'))
),
steered AS (
  SELECT c.*, p.device_type, p.price_usd,
    draw(claim_id, 'steer') < 0.645 + 0.05 * trend
      + CASE p.device_type WHEN 'Laptop' THEN 0.12 WHEN 'Headphones' THEN -0.25 WHEN 'Watch' THEN -0.10 ELSE 0 END
      AS repaired,
    CASE WHEN channel_draw < 0.01 THEN NULL WHEN channel_draw < 0.43 + 0.09 * trend THEN 'app'
      WHEN channel_draw < 0.74 THEN 'web' WHEN channel_draw < 0.92 THEN 'phone' ELSE 'shop' END AS channel
  FROM covered c JOIN product p USING (product_id)
),
closing AS (
  SELECT *,
    add_hours(assessed_at, least(40, exp(ln(2.75) + 0.72 * bell(claim_id, 'close'))
      * (1 + 0.11 * sin(claim_id // 1000000 / 19.0)) * CASE WHEN repaired THEN 1.08 ELSE 0.82 END
      * CASE device_type WHEN 'Laptop' THEN 1.25 WHEN 'Headphones' THEN 0.8 ELSE 1 END) * 24) AS closes_at
  FROM steered
),
loaded AS (
  SELECT *,
    -- Two in a hundred arrive late: hours, at most three days.
    add_hours(opened_at, CASE WHEN draw(claim_id, 'late') < 0.02
      THEN least(3 - 14 * ln(1 - draw(claim_id, 'how late')), 72)
      ELSE 0.03 + 0.2 * draw(claim_id, 'load') END) AS loaded_at,
    price_usd * (0.9 + 0.2 * draw(claim_id, 'price')) AS worth,
    price_usd * (0.14 + 0.24 * draw(claim_id, 'repair cost')) AS repair_worth,
    CASE WHEN draw(claim_id, 'answers') < 0.34 THEN
      greatest(1, least(5, round(4.62 + 0.75 * bell(claim_id, 'mood')
        - 0.09 * epoch(closes_at - opened_at) / 86400 - CASE WHEN will_be_rejected THEN 1.6 ELSE 0 END)))::INTEGER END
      AS answer
  FROM closing
)
SELECT *, assessed_at <= getvariable('as_of') AS assessed, closes_at <= getvariable('as_of') AS closed
FROM loaded
WHERE loaded_at <= getvariable('as_of')

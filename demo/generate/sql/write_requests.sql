-- A repair is one request to a partner; where that does not fix it, a second one.
INSERT INTO lake.l3_claims.ev_service_request
WITH ordered AS (
  SELECT claim_id, device_of, region_id, assessed_at, closes_at, partner_name,
    draw(claim_id, 'first time') < fixed_first_time AS first_time,
    assessed_at + to_microseconds((epoch_us(closes_at) - epoch_us(assessed_at)) * 8 // 10
      - floor((epoch_us(closes_at) - epoch_us(assessed_at)) * 0.6 * draw(claim_id, 'work') * (1 - pace))::BIGINT)
      AS first_done_at
  FROM chunk c JOIN partner p ON p.partner_id = pick(getvariable('partners'), draw(c.claim_id, 'partner'))
  WHERE repaired
),
request AS (
  SELECT *, 0 AS turn, assessed_at AS requested_at, first_done_at AS done_at FROM ordered
  UNION ALL
  SELECT *, 1, first_done_at, closes_at FROM ordered WHERE NOT first_time
)
SELECT
  claim_id * 2 + turn, claim_id,
  CASE WHEN draw(claim_id, 'workshop') < 0.12 THEN pick(getvariable('regions'), draw(claim_id, 'elsewhere'))
    ELSE region_id END,
  requested_at, CASE WHEN done_at <= getvariable('as_of') THEN done_at END,
  pick(['diagnosis', 'screen', 'screen', 'screen', 'battery', 'battery', 'board', 'other'], draw(claim_id, 'kind')),
  partner_name,
  CASE WHEN done_at <= getvariable('as_of') THEN
    CASE turn WHEN 0 THEN first_time ELSE draw(claim_id, 'second time') < 0.8 END END,
  add_hours(requested_at, 0.03 + 0.2 * draw(claim_id, 'request load'))
FROM request
WHERE add_hours(requested_at, 0.03 + 0.2 * draw(claim_id, 'request load')) <= getvariable('as_of')
ORDER BY requested_at, claim_id

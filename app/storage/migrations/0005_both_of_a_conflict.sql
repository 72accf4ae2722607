-- Of two answers that contradict, only the later was marked. What is stored already is found from there: conflicts are few,
-- and the rows of their requests have an index. A + before a number makes no other identity.

UPDATE notification SET outcome=2 WHERE id IN (
  SELECT earlier.id FROM notification later NOT INDEXED CROSS JOIN notification earlier ON earlier.request=later.request
  WHERE later.outcome=2 AND earlier.outcome=0 AND earlier.channel IS later.channel
  AND ltrim(earlier.identity, '+') IS ltrim(later.identity, '+'));

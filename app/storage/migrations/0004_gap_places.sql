-- Behind which notification a gap stands in the table: times cannot say it, since a clock may have been set back and
-- imported rows have the newest ids with old times.

ALTER TABLE gap ADD COLUMN after_id INTEGER NOT NULL DEFAULT 0;

UPDATE gap SET after_id=coalesce((SELECT max(id) FROM notification WHERE received_at<(began_at+ended_at)/2), 0);

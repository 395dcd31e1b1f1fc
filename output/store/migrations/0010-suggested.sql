-- What a number or an issue date that was not read may be: to be confirmed by a person. — gợi ý số và ngày ban hành
ALTER TABLE document ADD COLUMN suggested_number TEXT;
ALTER TABLE document ADD COLUMN suggested_issued_on TEXT;
ALTER TABLE document ADD COLUMN suggested_confidence REAL; -- 0–1
ALTER TABLE document ADD COLUMN suggested_from TEXT CHECK (suggested_from IN ('handwriting', 'signature', 'neighbours')); -- what it was taken from

-- How sure a suggested number and a suggested day are, each by itself; null where it is not suggested. — độ tin của từng gợi ý
ALTER TABLE document ADD COLUMN suggested_number_confidence REAL; -- 0–1
ALTER TABLE document ADD COLUMN suggested_issued_on_confidence REAL; -- 0–1
UPDATE document SET suggested_number_confidence = suggested_confidence WHERE suggested_number IS NOT NULL AND suggested_issued_on IS NULL;
UPDATE document SET suggested_issued_on_confidence = suggested_confidence WHERE suggested_issued_on IS NOT NULL AND suggested_number IS NULL;
ALTER TABLE signature ADD COLUMN is_picture INTEGER; -- 1: read off the picture of a panel on a scan, nothing in the file confirms it; null: any other

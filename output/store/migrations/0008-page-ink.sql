-- What became of the print of a page image: how much of it was read, and where lines are that were not. — độ phủ
ALTER TABLE page ADD COLUMN coverage REAL; -- share of the page's print that became words, 0–1; null where no image was read
ALTER TABLE page ADD COLUMN unread TEXT; -- JSON: [{box: {left, top, right, bottom}, share}], lines of print that stayed unread, in pixels of the page image; null with coverage
ALTER TABLE document ADD COLUMN coverage REAL; -- the lowest coverage of its pages; null where no image was read

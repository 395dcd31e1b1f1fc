-- What was still open: a file's own row (its path, state and batch), names that are written once and pointed to, and the words that
-- tell a doubt. The lock is that of 0015-open-views.
CREATE TRIGGER file_no_update BEFORE UPDATE ON file WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_no_insert BEFORE INSERT ON body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER body_name_no_insert BEFORE INSERT ON body_name WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER issuer_no_insert BEFORE INSERT ON issuer WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_type_no_insert BEFORE INSERT ON document_type WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_type_no_update BEFORE UPDATE ON document_type WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER document_type_no_delete BEFORE DELETE ON document_type WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_message_no_insert BEFORE INSERT ON note_message WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_message_no_update BEFORE UPDATE ON note_message WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_message_no_delete BEFORE DELETE ON note_message WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER edit_map_no_update BEFORE UPDATE ON edit_map WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER doubtful_word_no_update BEFORE UPDATE ON doubtful_word WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;

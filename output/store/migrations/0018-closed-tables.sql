-- What the program alone writes is closed to INSERT by hand, too, and a file cannot be taken away by hand: with foreign keys off, as
-- sqlite3 has them, its documents would stay behind. The lock is that of 0015-open-views.
CREATE TRIGGER file_no_insert BEFORE INSERT ON file WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER file_no_delete BEFORE DELETE ON file WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER page_no_insert BEFORE INSERT ON page WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER directive_no_insert BEFORE INSERT ON directive WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_no_insert BEFORE INSERT ON assignment WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER assignment_body_no_insert BEFORE INSERT ON assignment_body WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER deadline_no_insert BEFORE INSERT ON deadline WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER reference_no_insert BEFORE INSERT ON reference WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER note_no_insert BEFORE INSERT ON note WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER unclaimed_no_insert BEFORE INSERT ON unclaimed WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER recipient_no_insert BEFORE INSERT ON recipient WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER recipient_no_update BEFORE UPDATE ON recipient WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER recipient_no_delete BEFORE DELETE ON recipient WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER received_no_insert BEFORE INSERT ON received WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER received_no_update BEFORE UPDATE ON received WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER received_no_delete BEFORE DELETE ON received WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER signature_no_insert BEFORE INSERT ON signature WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature WHEN NOT EXISTS (SELECT 1 FROM writing) BEGIN
  SELECT RAISE(ABORT, 'ketluan: bảng này do chương trình ghi, ghi bằng tay sẽ làm sai tìm kiếm và thống kê. Sửa bằng lệnh ketluan fix, confirm, dismiss hoặc trong trang của ketluan serve / this table is written by the program; rows written by hand would falsify search and counts. Use ketluan fix, confirm, dismiss, or saveCorrection of the library: docs/schema.md');
END;

-- Seventeen questions of an office. The first line of each: its name, the question, the question in English. docs/schema.md and
-- datasette.json are made from this file; tests/docs/questions.test.ts runs each in SQL and in Python.

-- qua_han_theo_co_quan · Cơ quan chủ trì nào có bao nhiêu nhiệm vụ quá hạn đến ngày :today? · Which lead bodies have how many tasks overdue on a day?
SELECT b.normalized AS body, count(DISTINCT b.directive_id) AS overdue, min(t.last_day) AS oldest
FROM tasks t JOIN task_bodies b USING (directive_id)
WHERE t.last_day < :today AND b.role = 'lead'
GROUP BY b.normalized ORDER BY overdue DESC, body;

-- den_han_theo_thang · Mỗi tháng có bao nhiêu nhiệm vụ đến hạn, từ :from đến :to? · How many tasks fall due each month?
SELECT substr(due, 1, 7) AS month, count(*) AS tasks FROM tasks
WHERE due BETWEEN :from AND :to GROUP BY month ORDER BY month;

-- sap_den_han · Việc gì đến hạn từ :from đến :to, sớm nhất trước? · What falls due in a span of days, soonest first?
SELECT document_number, directive_number, lead_body, due, bound, what FROM tasks
WHERE due BETWEEN :from AND :to ORDER BY due, document_number, directive_number;

-- chua_co_han · Nhiệm vụ nào cần điền hạn? · Which tasks have no day and need one?
SELECT document_number, directive_number, lead_body, what FROM tasks
WHERE directive_id IN (SELECT directive_id FROM task_states WHERE state = 'CẦN ĐIỀN HẠN')
ORDER BY issued_on DESC, document_number, directive_number;

-- co_quan_phoi_hop · Cơ quan :body phối hợp trong những nhiệm vụ nào? · In which tasks does a body coordinate?
SELECT t.document_number, t.directive_number, t.lead_body, t.due FROM task_bodies b JOIN tasks t USING (directive_id)
WHERE b.normalized = :body AND b.role = 'coordinating' ORDER BY t.document_number, t.directive_number;

-- noi_nhan_bao_cao · Phải báo cáo cho ai, về bao nhiêu nhiệm vụ? · Who receives reports, on how many tasks?
SELECT b.name AS receiver, count(DISTINCT b.directive_id) AS tasks FROM task_bodies b JOIN tasks USING (directive_id)
WHERE b.role = 'receiving' GROUP BY b.normalized ORDER BY tasks DESC, receiver;

-- vien_dan · Nhiệm vụ nào viện dẫn văn bản số :number? · Which tasks cite a document?
SELECT document_number, directive_number, cited_type, cited_on, citation FROM citations
WHERE cited_number = :number ORDER BY document_number, directive_number;

-- cac_luot_nap · Mỗi lượt nạp đem về những gì? · What did each run bring in?
SELECT batch_key AS batch, started_at, finished_at, outcome, count(path) AS files
FROM batch LEFT JOIN batch_file USING (batch_key) GROUP BY batch_key, outcome ORDER BY batch_key DESC, outcome;

-- co_quan_ban_hanh · Cơ quan :office ở :area đã giao bao nhiêu nhiệm vụ, và được giao bao nhiêu? · How many tasks has a body of a place given, and been given?
SELECT
  (SELECT count(*) FROM issuers i JOIN tasks t USING (document_id) WHERE i.office = :office AND i.area = :area) AS given,
  (SELECT count(DISTINCT b.directive_id) FROM task_bodies b JOIN tasks USING (directive_id)
    WHERE b.office = :office AND b.area = :area AND b.role IN ('lead', 'executing')) AS received;

-- thay_doi_tu · Từ lúc :since đã có gì thay đổi, trước và sau ra sao? · What changed since then, with what it was before?
SELECT changed_at, document_id, directive_id, field, before, after, cause, changed_by FROM field_changes
WHERE changed_at >= :since ORDER BY changed_at, document_id, directive_id, field;

-- ai_da_sua · Ai đã sửa bao nhiêu, lần cuối khi nào? · Who corrected how much, and when last?
SELECT changed_by, count(*) AS corrections, max(changed_at) AS last FROM field_changes
WHERE cause = 'correction' AND is_undone = 0 GROUP BY changed_by ORDER BY corrections DESC, changed_by;

-- vi_sao_can_xem_lai · Vì sao văn bản số :number cần xem lại, vướng ở chữ nào? · Why is a document in review, and because of which word?
SELECT directive_number, reason_vi, reason, word, expected, page FROM review_reasons
WHERE document_number = :number AND is_open = 1 ORDER BY page, directive_number, rule;

-- trang_thai · Trạng thái, loại thời hạn và mã của các nhiệm vụ trong văn bản số :number? · State, kind of deadline and code of the tasks of a document?
SELECT task_code, state, days_left, deadline_type, due FROM task_states
WHERE document_number = :number ORDER BY task_code;

-- o_trang_nao · Nhiệm vụ :directive ở trang nào, chỗ nào trên trang? · On which page does a task stand, and where?
SELECT page, "left", top, "right", bottom, path FROM places
WHERE directive_id = :directive AND what = 'task' ORDER BY page, top;

-- cho_ghi_thoi_han · Thời hạn của nhiệm vụ :directive ghi ở chỗ nào? · Where are the deadlines of a task printed?
SELECT words, page, "left", top, "right", bottom FROM places
WHERE directive_id = :directive AND what = 'deadline' ORDER BY page, top;

-- muc_con · Những mục nào nằm dưới mục :item của văn bản số :number? · Which items stand below an item?
SELECT a.directive_number, a.kind, a.lead_body, a.due FROM assignments a JOIN documents d USING (document_id)
WHERE d.document_number = :number AND a.parent = :item ORDER BY a.directive_number, a.assignment;

-- cac_ban · Văn bản số :number có những tệp nào, bản nào đang tính? · Which files does a paper have, and which one counts?
SELECT path, stands_as, since, done_by FROM paper_files WHERE document_number = :number ORDER BY stands_as <> 'counts', since, path;

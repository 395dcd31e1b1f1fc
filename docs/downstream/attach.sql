-- Databases of provinces or years beside each other, without merging them: attach each, ask the views of all.
-- sqlite3 -readonly published-2025.db, then: ATTACH 'file:published-2024.db?mode=ro' AS y2024; and the questions below.

-- Tasks of both years that are due from 1 July 2025 on.
SELECT document_number, directive_number, lead_body, due FROM main.tasks WHERE due >= '2025-07-01'
UNION ALL SELECT document_number, directive_number, lead_body, due FROM y2024.tasks WHERE due >= '2025-07-01'
ORDER BY due, document_number, directive_number;

-- Papers that both hold, by their bytes: where there is one, UNION ALL counts its tasks twice, and the two should be merged.
SELECT m.document_id, m.path AS here, o.path AS there FROM main.documents m JOIN y2024.documents o USING (document_id)
ORDER BY m.document_id;

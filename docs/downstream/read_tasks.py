"""A downstream reader in Python: the standard library alone.

Usage: python3 read_tasks.py published.db [since]
Prints one JSON object: tasks of documents that changed after `since`, documents that are gone, and the sequence to
remember for the next time.
"""

import json
import pathlib
import sqlite3
import sys
import zlib


def unpack(blob):
    """Columns of page.words or edit_map.edits as lists; whole numbers are stored as differences."""
    columns = json.loads(zlib.decompress(blob))
    for name, values in columns.items():
        if isinstance(values, dict):
            total, numbers = 0, []
            for delta in values["deltas"]:
                total += delta
                numbers.append(total)
            columns[name] = numbers
    return columns


def read_news(path, since):
    uri = pathlib.Path(path).resolve().as_uri() + "?mode=ro"
    db = sqlite3.connect(uri, uri=True)
    db.row_factory = sqlite3.Row
    ids = [row["id"] for row in db.execute("SELECT DISTINCT id FROM change WHERE sequence > ?", (since,))]
    tasks, deleted = [], []
    for document in ids:
        if db.execute("SELECT 1 FROM document WHERE id = ?", (document,)).fetchone() is None:
            deleted.append(document)
        rows = db.execute(
            'SELECT "số_văn_bản", "mục", "chủ_trì", "nội_dung", "hạn_xử_lý" FROM "nhiệm_vụ" WHERE "mã_văn_bản" = ?',
            (document,),
        )
        tasks.extend(dict(row) for row in rows)
    sequence = db.execute("SELECT coalesce(max(sequence), 0) FROM change").fetchone()[0]
    words = sum(len(unpack(row["words"])["start"]) for row in db.execute("SELECT words FROM page WHERE words IS NOT NULL"))
    db.close()
    return {"tasks": tasks, "deleted": deleted, "sequence": sequence, "wordsWithBoxes": words}


if __name__ == "__main__":
    news = read_news(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    sys.stdout.buffer.write((json.dumps(news, ensure_ascii=False) + "\n").encode("utf-8"))

/** A database of SQLite is these files: itself, and what SQLite puts beside it. — tệp kèm */
export const SIDECARS = ['', '-wal', '-shm', '-journal'] as const;

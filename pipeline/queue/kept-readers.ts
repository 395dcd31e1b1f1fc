import type { Redis } from 'ioredis';
import type { FileReader } from '../file-reader.js';
import { settingsKey } from './keys.js';
import { listDifferences, mismatch, type Versions } from './versions.js';
import { ReadingSettings } from './wire.js';

/** Readers that are kept, each for the settings of one run. */
const KEPT_READERS = 3;

/** A reader and how much it has in hand. */
interface KeptReader {
  readonly reader: FileReader;
  users: number;
}

/** The readers of a worker, one for each run whose files it reads. */
export class KeptReaders {
  readonly #kept = new Map<string, KeptReader>();
  readonly #redis: Redis;
  readonly #versions: Versions;
  readonly #open: (settings: ReadingSettings, hash: string) => FileReader;

  constructor(redis: Redis, versions: Versions, open: (settings: ReadingSettings, hash: string) => FileReader) {
    this.#redis = redis;
    this.#versions = versions;
    this.#open = open;
  }

  /**
   * Works with the reader for the settings of that hash; undefined where the queue has lost them. Rejects with
   * `queue-mismatch` where whoever made them reads otherwise than this machine.
   */
  async use<Result>(hash: string, work: (reader: FileReader) => Promise<Result>): Promise<Result | undefined> {
    const text = await this.#redis.get(settingsKey(hash));
    if (text === null) return undefined;
    const settings = ReadingSettings.parse(JSON.parse(text));
    const differences = listDifferences(this.#versions, settings.versions);
    if (differences.length > 0) throw mismatch(settings.host, differences);
    const kept = this.#readerFor(hash, settings);
    kept.users += 1;
    try {
      return await work(kept.reader);
    } finally {
      kept.users -= 1;
    }
  }

  async close(): Promise<void> {
    for (const { reader } of this.#kept.values()) await reader.close();
  }

  #readerFor(hash: string, settings: ReadingSettings): KeptReader {
    const known = this.#kept.get(hash);
    if (known !== undefined) return known;
    for (const [old, { reader, users }] of this.#kept)
      if (this.#kept.size >= KEPT_READERS && users === 0) {
        this.#kept.delete(old);
        void reader.close();
      }
    const made = { reader: this.#open(settings, hash), users: 0 };
    this.#kept.set(hash, made);
    return made;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A port that is free now. */
const findPort = (): Promise<number> =>
  new Promise((found, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** The server that is started: KETLUAN_REDIS_SERVER names another one, such as valkey-server. */
export const REDIS_SERVER = process.env.KETLUAN_REDIS_SERVER ?? 'redis-server';

/** A Redis of one's own: a free port, a folder of its own, and no life after whoever started it. */
export class OwnRedis {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ketluan-redis-'));
  readonly #more: readonly string[];
  #child: ChildProcess | undefined;
  port = 0;

  constructor(more: readonly string[] = []) {
    this.#more = more;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Rejects where the server is not installed. */
  async start(): Promise<void> {
    if (this.port === 0) this.port = await findPort();
    const own = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--dir',
      this.#folder,
      '--save',
      '',
      ...this.#more,
    ];
    const child = spawn(REDIS_SERVER, own, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child = child;
    await new Promise<void>((ready, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) ready();
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`${REDIS_SERVER} ended`)));
    });
  }

  /** Ends it; with `keep` what it holds is there again after the next start. */
  async stop(keep = false): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (keep) {
      const redis = this.connect();
      redis.call('SHUTDOWN', 'SAVE').catch(() => undefined);
      await ended;
      redis.disconnect();
    } else child.kill('SIGKILL');
    await ended;
  }

  connect(): Redis {
    const redis = new Redis(this.url, { retryStrategy: () => null });
    redis.on('error', () => undefined);
    return redis;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

import { spawn } from 'node:child_process';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { createInterface } from 'node:readline';
import { openAccessFile } from '../../output/store/access-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { openIntake } from '../../web/intake/intake.js';
import { servePage } from '../../web/serve.js';
import { readCpu } from '../figures.js';

/** The day of the generated records: some of their tasks are overdue on it, some to come. */
export const TODAY = '2025-07-01';

/** What a page answered, and how long it took until the last byte. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ms: number;
}

/** Somebody at the page: one connection that is kept, one session. */
export class Visitor {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #cookie = '';

  constructor(readonly origin: string) {}

  ask(path: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    const started = performance.now();
    const sent = form === undefined ? undefined : new URLSearchParams(form).toString();
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(path, this.origin),
        {
          agent: this.#agent,
          method: sent === undefined ? 'GET' : 'POST',
          headers: {
            cookie: this.#cookie,
            'accept-encoding': 'gzip',
            ...(sent === undefined
              ? {}
              : {
                  origin: this.origin,
                  'content-type': 'application/x-www-form-urlencoded',
                  'content-length': sent.length,
                }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const [cookie] = answer.headers['set-cookie'] ?? [];
            if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
            const { statusCode: status = 0, headers } = answer;
            resolve({ status, headers, body: Buffer.concat(chunks), ms: performance.now() - started });
          });
        },
      );
      call.on('error', (error: NodeJS.ErrnoException) => {
        // The server let go of a connection that nobody used for a while, just when it was to be used.
        if (call.reusedSocket && error.code === 'ECONNRESET') resolve(this.ask(path, form));
        else reject(error);
      });
      call.end(sent);
    });
  }

  /** The text of a page; an answer other than 200 would be measured for nothing. */
  async read(path: string): Promise<Answer> {
    const answer = await this.ask(path);
    if (answer.status !== 200) throw new Error(`Expected 200 of ${path}, got ${answer.status}`);
    return answer;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** A page that is served by a process of its own, as `ketluan serve` does. */
export interface Server {
  readonly origin: string;
  /** Milliseconds from its start until it answers. */
  readonly startMs: number;
  /** Processor time of its process so far, in milliseconds, in steps of ten; not a number but on Linux. */
  readonly readCpu: () => number;
  /** Lets somebody in; every visitor is the same person, as the link is for one. */
  readonly enter: () => Promise<Visitor>;
  readonly stop: () => Promise<void>;
}

const TICKET = 'B'.repeat(32);

/** Starts `node dist/bench/web/server.js <database>` and waits for its address. */
export const startServer = async (database: string): Promise<Server> => {
  const started = performance.now();
  const child = spawn(process.execPath, [packageFile('dist', 'bench', 'web', 'server.js'), database], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const [origin] = await Promise.race([
    new Promise<[string]>((resolve) => createInterface(child.stdout).once('line', (line) => resolve([line]))),
    gone.then(() => Promise.reject(new Error('Expected a served page, got none'))),
  ]);
  return {
    origin,
    startMs: performance.now() - started,
    readCpu: () => readCpu('own', child.pid ?? 0) * 1000,
    enter: async () => {
      const visitor = new Visitor(origin);
      const { status } = await visitor.ask(`/vao/${TICKET}`);
      if (status !== 303) throw new Error(`Expected to be let in, got ${status}`);
      return visitor;
    },
    stop: () => {
      child.stdin.end();
      return gone;
    },
  };
};

/** Serves until nobody holds the other end of its input. The link lets in as often as it is opened: the clerks are many. */
const serve = async (path: string): Promise<void> => {
  const db = openDatabase(path);
  const access = openAccessFile(':memory:');
  const now = (): string => new Date().toISOString();
  const ticket = Object.defineProperty({ used: false, secret: TICKET, name: 'Lan' }, 'used', {
    get: () => false,
    set: () => undefined,
  });
  const { origin, close } = await servePage({
    db,
    access,
    now,
    today: () => TODAY,
    ticket,
    intake: openIntake({ database: path, program: 'none', uploads: `${path}-nap`, places: [], now }),
    version: '0.0.0',
    address: '127.0.0.1',
    port: 0,
    names: [],
    isBehindProxy: false,
  });
  console.log(origin);
  process.stdin.resume();
  process.stdin.once('end', async () => {
    await close();
    access.close();
    db.close();
  });
};

const [script, path] = process.argv.slice(1);
if (script?.endsWith('server.js') === true && path !== undefined) await serve(path);

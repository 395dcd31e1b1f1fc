import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { countOverview } from '../output/report/count-overview.js';
import { openLedger } from '../output/report/ledger.js';
import { PipelineError } from '../pipeline/base/errors.js';
import { createApp } from './app.js';
import type { AppOptions } from './context.js';

/** Where the page is served. */
export interface ServeOptions extends Omit<AppOptions, 'hosts' | 'addressOf' | 'isSecure'> {
  readonly address: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Certificate and key, as their files hold them; absent: no TLS. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** Names under which people call the page; on another address than this machine's own they must be told. */
  readonly names: readonly string[];
  /** A proxy before the page speaks TLS, and tells the caller's address itself. */
  readonly isBehindProxy: boolean;
}

/** A page that is being served. */
export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True for an address that only this machine reaches. */
export const isLoopback = (address: string): boolean => /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/u.test(address);

/** The last of the addresses that the proxy before us added; what stands before it anybody may have written. */
const addressBehindProxy = (c: Context): string =>
  (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? 'proxy';

/** Reads what the first screen counts while nobody asks for anything, so that the first view need not wait for it. Gives its end. */
const warmUp = ({ db, today }: Pick<AppOptions, 'db' | 'today'>): (() => void) => {
  let next: NodeJS.Immediate;
  const read = (): void => {
    try {
      if (openLedger(db).loadSome()) next = setImmediate(read);
      else countOverview(db, today());
    } catch {
      // Whoever asks for the screen is told what is wrong with the database.
    }
  };
  next = setImmediate(read);
  return () => clearImmediate(next);
};

/**
 * Serves the page of a database until `close`. Refuses with `usage` where the port is taken. — mở trang làm việc
 * `const { origin, close } = await servePage({ db, access, … })`
 */
export const servePage = (options: ServeOptions): Promise<Served> =>
  new Promise((resolve, reject) => {
    const { address, port, tls, names, isBehindProxy } = options;
    const isSecure = tls !== undefined || isBehindProxy;
    const hosts = new Set<string>();
    const addressOf = (c: Context): string =>
      isBehindProxy ? addressBehindProxy(c) : (getConnInfo(c).remote.address ?? 'unknown');
    const app = createApp({ ...options, hosts, isSecure, addressOf });
    const server = serve(
      {
        fetch: app.fetch,
        hostname: address,
        port,
        ...(tls === undefined ? {} : { createServer, serverOptions: tls }),
      },
      ({ port: own }: AddressInfo) => {
        const known = names.length > 0 ? names : LOOPBACK;
        for (const name of known) {
          hosts.add(`${name.toLowerCase()}:${own}`);
          if (isBehindProxy || own === 80 || own === 443) hosts.add(name.toLowerCase());
        }
        const stopReading = warmUp(options);
        const origin = `${isSecure ? 'https' : 'http'}://${known[0] ?? address}:${own}`;
        resolve({
          origin,
          close: () =>
            new Promise((done) => {
              stopReading();
              server.close(() => done());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.on('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new PipelineError(
          'usage',
          {
            vi: `Không mở được cổng ${port} trên ${address} (${cause.code ?? ''}).`,
            en: `Cannot listen on port ${port} of ${address} (${cause.code ?? ''}).`,
          },
          { vi: 'Chọn cổng khác bằng --port.', en: 'Choose another with --port.' },
          cause,
        ),
      ),
    );
  });

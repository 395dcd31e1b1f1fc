import { createServer } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { PipelineError } from '../base/errors.js';

/** What is measured: a name, what it means, and how it stands now. */
export interface Figure {
  /** `ketluan_…`; of one that only grows it ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly read: () => number;
}

/** A running page of figures. */
export interface MetricsPage {
  readonly port: number;
  close(): Promise<void>;
}

/** Figures are for programs on this machine: a Prometheus elsewhere asks through whatever lets it in. */
const HOST = '127.0.0.1';

const notOpened = (port: number, cause: unknown): PipelineError =>
  new PipelineError(
    'usage',
    {
      vi: `Không mở được cổng ${port} cho số liệu (--metrics-port): có thể đang có chương trình khác dùng.`,
      en: `Port ${port} cannot be opened for metrics (--metrics-port): another program may use it.`,
    },
    { vi: 'Chọn cổng khác.', en: 'Choose another port.' },
    cause,
  );

/** The figures in Prometheus' own words; none names a file. */
const createRegistry = (figures: readonly Figure[]): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'ketluan_' });
  for (const { name, help, read } of figures) {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: (): void => gauge.set(read()) });
  }
  return registry;
};

/** Serves figures at http://127.0.0.1:port/metrics; port 0 takes a free one. Rejects with `usage` where it is taken. — số liệu */
export const serveMetrics = async (port: number, figures: readonly Figure[]): Promise<MetricsPage> => {
  const registry = createRegistry(figures);
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      const text = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType }).end(text);
    };
    answer().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((listening, reject) => {
    server.once('error', (error) => reject(notOpened(port, error)));
    server.listen(port, HOST, listening);
  });
  server.unref();
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

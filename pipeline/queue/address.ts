import { PipelineError } from '../base/errors.js';

/** Where a queue is: the whole address, password and all, which no message shows, and what may be shown of it. */
export interface QueueAddress {
  /** `redis://` or `rediss://`, with user and password where there are any. */
  readonly url: string;
  /** Host, port and number of the database alone. */
  readonly shown: string;
}

const PROTOCOLS: ReadonlySet<string> = new Set(['redis:', 'rediss:']);

// What was typed is not repeated: it may hold a password.
const notAnAddress = (): PipelineError =>
  new PipelineError(
    'usage',
    {
      vi: 'Địa chỉ hàng đợi cần có dạng redis://máy:cổng hoặc rediss://máy:cổng (rediss: mã hóa TLS).',
      en: 'The address of a queue is expected as redis://host:port or rediss://host:port (rediss: with TLS).',
    },
    {
      vi: 'Có mật khẩu thì ghi cả địa chỉ redis://:mật-khẩu@máy:cổng vào một tệp và dùng --queue-file.',
      en: 'With a password, write the whole address redis://:password@host:port into a file and use --queue-file.',
    },
  );

/**
 * The address of a queue from what was typed, or from the first line of a file. Throws `usage`, without repeating it.
 * `readQueueAddress('redis://:bi-mat@may-chu:6379/1').shown === 'may-chu:6379/1'` — địa chỉ hàng đợi
 */
export const readQueueAddress = (text: string): QueueAddress => {
  const url = text.trim().split(/\r?\n/u)[0]?.trim() ?? '';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !PROTOCOLS.has(parsed.protocol) || parsed.hostname === '') throw notAnAddress();
  const database = parsed.pathname.replace(/^\/?/u, '');
  if (!/^\d*$/u.test(database) || parsed.search !== '' || parsed.hash !== '') throw notAnAddress();
  const port = parsed.port === '' ? '6379' : parsed.port;
  return { url, shown: `${parsed.hostname}:${port}${database === '' ? '' : `/${database}`}` };
};

import type { QueueNotice, QueuePlace } from '../pipeline/queue/open-reader.js';
import type { Bilingual } from '../schemas/note.js';
import { type Language, say } from './language.js';
import { tell } from './print.js';
import type { Feed } from './queue-options.js';

/** What whoever waits is told of the queue. */
const NOTICES: Readonly<Record<QueueNotice, Bilingual>> = {
  'no-worker': {
    vi: 'Chưa có máy đọc nào ở hàng đợi; chạy trên máy đọc: ketluan worker --queue …',
    en: 'No worker is at the queue; run on a worker: ketluan worker --queue …',
  },
  'worker-there': { vi: 'Đã có máy đọc ở hàng đợi.', en: 'A worker is at the queue.' },
  'connection-lost': {
    vi: 'Mất kết nối với hàng đợi, đang nối lại …',
    en: 'The connection to the queue is lost; trying again …',
  },
  'connection-back': { vi: 'Đã nối lại với hàng đợi.', en: 'The queue is there again.' },
};

/**
 * Does work that feeds a queue: says on stderr what there is to wait for, and shows figures on `metricsPort` for as long as
 * the work takes.
 */
export const feedQueue = async <Result>(
  { address, sendsFiles, sharedOver }: Feed,
  metricsPort: number | undefined,
  language: Language,
  work: (place: QueuePlace) => Promise<Result>,
): Promise<Result> => {
  const onNotice = (notice: QueueNotice): void => tell(say(NOTICES[notice], language));
  const place = { address, sendsFiles, sharedOver, onNotice };
  if (metricsPort === undefined) return work(place);
  const { serveMetrics } = await import('../pipeline/queue/metrics.js');
  const { listFeederFigures, NO_FEEDER } = await import('../pipeline/queue/figures.js');
  let read = () => NO_FEEDER;
  const page = await serveMetrics(
    metricsPort,
    listFeederFigures(() => read()),
  );
  try {
    return await work({
      ...place,
      onFigures: (figures) => {
        read = figures;
      },
    });
  } finally {
    await page.close();
  }
};

import { PipelineError } from '../base/errors.js';

/** Said where somebody would send classified papers over a queue: they stay on the machine that was chosen for them. */
export const noSecrets = (): PipelineError =>
  new PipelineError(
    'usage',
    { vi: 'Văn bản mật không được đưa qua hàng đợi.', en: 'Classified papers do not go over a queue.' },
    {
      vi: 'Nạp chúng trên máy dành riêng, không dùng --queue.',
      en: 'Take them in on the machine made for them, without --queue.',
    },
  );

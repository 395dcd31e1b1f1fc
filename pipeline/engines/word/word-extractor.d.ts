/** word-extractor 1 brings no types; only what is used here. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(source: Buffer): Promise<{
      getBody(): string;
      getFootnotes(): string;
      getEndnotes(): string;
      getHeaders(options?: { includeFooters?: boolean }): string;
      getAnnotations(): string;
      getTextboxes(options?: { includeHeadersAndFooters?: boolean }): string;
    }>;
  }
}

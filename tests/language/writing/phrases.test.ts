import { describe, expect, it } from 'vitest';
import { buildPhraseSet, buildPhraseTrie, matchPhrase } from '../../../language/writing/phrases.js';
import { readTokens } from '../../../language/writing/tokens.js';

describe('phrases', () => {
  it('gives the longest phrase that begins at a token, and of two equal ones the later value', () => {
    const trie = buildPhraseTrie([
      ['chủ', 1],
      ['chủ trì', 2],
      ['Chủ trì', 3],
    ]);
    expect(matchPhrase(trie, readTokens('chủ trì họp'), 0)).toEqual({ value: 3, end: 2 });
    expect(matchPhrase(trie, readTokens('chủ trì họp'), 1)).toBeUndefined();
  });

  it('asks for a long list when it is first needed, and once', () => {
    let asked = 0;
    const list = buildPhraseSet(() => {
      asked += 1;
      return ['phối hợp'];
    });
    expect(asked).toBe(0);
    expect(matchPhrase(list, readTokens('phối hợp'), 0)?.end).toBe(2);
    expect(matchPhrase(list, readTokens('báo cáo'), 0)).toBeUndefined();
    expect(asked).toBe(1);
  });
});

import type { Reference } from '../../schemas/directive.js';
import type { ExtractionContext } from '../contract.js';
import { findReferences, linkReferences } from './index.js';

/**
 * The cited documents of each of a document's texts, in reading order from its head on: a later mention by number alone
 * gets date, issuer and title from the first. One list for each text. — văn bản viện dẫn
 */
export const readReferences = (
  texts: readonly string[],
  context: ExtractionContext,
): readonly (readonly Reference[])[] => {
  const found = texts.map((text) => findReferences(text, context));
  const linked = linkReferences(found.flat()).map(({ reference }) => reference);
  let at = 0;
  return found.map((own) => {
    at += own.length;
    return linked.slice(at - own.length, at);
  });
};

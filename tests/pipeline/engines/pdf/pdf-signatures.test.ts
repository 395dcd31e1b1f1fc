import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSignature, type FieldText, makeUnsigned } from '../../../../fixtures/make/signed/signed-pdf.js';
import { packageFile } from '../../../../pipeline/base/package-root.js';
import { readPdfSignatures } from '../../../../pipeline/engines/pdf/pdf-signatures.js';

const load = (name: string): Buffer => readFileSync(packageFile('fixtures', 'signed', name));
const times: { readonly from: string; readonly to: string } = JSON.parse(load('times.json').toString('utf8'));

/** What is said of each signature, but for the time of its making. */
const readAll = async (bytes: Uint8Array) => {
  const { signatures, aside, ...rest } = await readPdfSignatures(bytes);
  return { ...rest, signatures: signatures.map(({ at, ...signature }) => signature) };
};

const PERSON = {
  by: 'Đinh Thị Thanh Vân',
  timeFrom: 'signer',
  reason: 'Phê duyệt văn bản',
  place: 'Lam Giang',
  page: 1,
  coversAll: true,
  isIntact: true,
  bytesAfter: 0,
};
const OFFICE = 'Văn phòng Tỉnh ủy Lam Giang';

/** A signature that nobody made: for fields and their bytes alone. */
const addField = (field: Partial<FieldText> = {}, signature: Uint8Array = Buffer.from('3000', 'hex')) =>
  addSignature(makeUnsigned(false), { subFilter: 'adbe.pkcs7.detached', ...field }, () => signature);

const replaceOnce = (bytes: Buffer, from: string, to: string): Buffer => {
  const text = bytes.toString('latin1');
  if (!text.includes(from)) throw new Error(`Expected ${from} in the file`);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('signatures that another program made', () => {
  it('of one person: who, why, where, and that the file is as it was signed', async () => {
    expect(await readAll(load('one.pdf'))).toEqual({ signatures: [PERSON], unread: 0, bytesAfterLast: 0 });
  });

  it('of a person and then an office, with the time of a stamp, each of its own revision', async () => {
    const added = load('two.pdf').length - load('one.pdf').length;
    const office = { ...PERSON, by: OFFICE, timeFrom: 'stamp', reason: 'Phát hành', place: null, page: null };
    expect(await readAll(load('two.pdf'))).toEqual({
      signatures: [{ ...PERSON, bytesAfter: added }, office],
      unread: 0,
      bytesAfterLast: 0,
    });
  });

  it('in a file whose objects lie in streams, by RSA-PSS', async () => {
    const signatures = [{ ...PERSON, by: OFFICE, reason: 'Ban hành' }];
    expect(await readAll(load('packed.pdf'))).toEqual({ signatures, unread: 0, bytesAfterLast: 0 });
  });

  it('without certificate or attributes: the words of the program, and that it could not be checked', async () => {
    expect(await readPdfSignatures(load('bare.pdf'))).toMatchObject({
      signatures: [{ ...PERSON, at: '2026-05-28T17:24:51+07:00', timeFrom: 'file', isIntact: null }],
    });
  });

  it.each([
    ['hashed.pdf', 'a message that holds the hash of the bytes', { by: OFFICE, timeFrom: 'signer' }],
    ['plain.pdf', 'no message, and the certificate beside it', { by: OFFICE, timeFrom: 'file' }],
  ])('of the kinds before 2010: %s, %s', async (name, _, expected) => {
    expect(await readAll(load(name))).toMatchObject({ signatures: [{ ...PERSON, ...expected }], unread: 0 });
    const changed = replaceOnce(load(name), 'To be signed', 'To be forged');
    expect(await readAll(changed)).toMatchObject({ signatures: [{ ...expected, isIntact: false }] });
  });

  it('at the time of the signing, in Vietnamese time', async () => {
    for (const name of ['one.pdf', 'two.pdf', 'packed.pdf', 'hashed.pdf']) {
      const { signatures } = await readPdfSignatures(load(name));
      for (const { at } of signatures) {
        expect(at).toMatch(/\+07:00$/u);
        // Signatures count in whole seconds.
        const instant = Date.parse(at ?? '');
        expect(instant).toBeGreaterThanOrEqual(Date.parse(times.from) - 1000);
        expect(instant).toBeLessThanOrEqual(Date.parse(times.to) + 1000);
      }
    }
  });
});

describe('a signed file that was changed', () => {
  it('in what is shown: the bytes are not those that were signed', async () => {
    const changed = replaceOnce(load('one.pdf'), 'To be signed', 'To be forged');
    expect(await readAll(changed)).toMatchObject({ signatures: [{ isIntact: false, coversAll: true }] });
  });

  it('in its first revision: both signatures say so', async () => {
    const changed = replaceOnce(load('two.pdf'), 'To be signed', 'To be forged');
    expect((await readAll(changed)).signatures.map(({ isIntact }) => isIntact)).toEqual([false, false]);
  });

  it('with its digest made to fit, as a forger would: the key did not sign that', async () => {
    const changed = replaceOnce(load('one.pdf'), 'To be signed', 'To be forged').toString('latin1');
    const [, first = 0, next = 0] = /\/ByteRange \[0 (\d+) (\d+)/u.exec(changed) ?? [];
    const hash = createHash('sha256').update(changed.slice(0, Number(first)), 'latin1');
    const digest = hash.update(changed.slice(Number(next)), 'latin1').digest('hex');
    // The attribute: its identifier, a SET of one OCTET STRING of 32 bytes.
    const attribute = '06092a864886f70d01090431220420';
    const place = changed.indexOf(attribute) + attribute.length;
    expect(place).toBeGreaterThan(attribute.length);
    const forged = `${changed.slice(0, place)}${digest}${changed.slice(place + 64)}`;
    expect(await readAll(Buffer.from(forged, 'latin1'))).toMatchObject({ signatures: [{ isIntact: false }] });
    expect(await readAll(Buffer.from(forged, 'latin1'))).toMatchObject({ signatures: [{ by: PERSON.by }] });
  });

  it('by an update behind the last signature', async () => {
    const more = Buffer.from('9 0 obj\n<< >>\nendobj\n%%EOF\n', 'latin1');
    expect(await readAll(Buffer.concat([load('two.pdf'), more]))).toMatchObject({
      signatures: [{ isIntact: true }, { isIntact: true, bytesAfter: more.length }],
      bytesAfterLast: more.length,
    });
  });

  it('by a line end alone: not at all', async () => {
    expect(await readAll(Buffer.concat([load('one.pdf'), Buffer.from('\r\n')]))).toMatchObject({ bytesAfterLast: 0 });
  });
});

describe('a byte range', () => {
  const [range] = /\/ByteRange \[[\d ]+\]/u.exec(load('one.pdf').toString('latin1')) ?? [''];

  it.each([
    ['that leaves the file', [0, 100, 200, 99_999_999]],
    ['that runs backwards', [0, 900, 100, 100]],
    ['of huge numbers', [0, 9_999_999_999, 9_999_999_999, 9_999_999_999]],
  ])('%s: nothing is believed of the signature', async (_, numbers) => {
    const written = `/ByteRange [${numbers.join(' ')}`.padEnd(range.length - 1).concat(']');
    expect(written).toHaveLength(range.length);
    expect(await readAll(replaceOnce(load('one.pdf'), range, written))).toMatchObject({
      signatures: [{ by: PERSON.by, coversAll: false, isIntact: null }],
    });
  });

  it('that leaves out more than the signature does not cover the file', async () => {
    const [, , , first = '0', next = '0', rest = '0'] = /(\/ByteRange) (\[)0 (\d+) (\d+) (\d+)/u.exec(range) ?? [];
    const shorter = `/ByteRange [0 ${String(Number(first) - 20).padStart(10, '0')} ${next} ${rest}]`;
    const { signatures } = await readAll(replaceOnce(load('one.pdf'), range, shorter));
    expect(signatures).toMatchObject([{ coversAll: false, isIntact: null }]);
  });

  it('that ends before the file does, and not with a revision, does not cover it', async () => {
    const [, first = '0', next = '0', rest = '0'] = /\[0 (\d+) (\d+) (\d+)/u.exec(range) ?? [];
    const shorter = `/ByteRange [0 ${first} ${next} ${String(Number(rest) - 40).padStart(10, '0')}]`;
    expect(await readAll(replaceOnce(load('one.pdf'), range, shorter))).toMatchObject({
      signatures: [{ coversAll: false, isIntact: false, bytesAfter: 40 }],
    });
  });
});

describe('signatures made to do harm', () => {
  it.each([
    ['cut off', load('one.pdf').toString('latin1').slice(1010, 2400)],
    ['of a length beyond all bytes', '308a7fffffffffffffffffff'],
    ['without an end', '3080'.repeat(4000)],
    ['of values without number', `3083010000${'3000'.repeat(4000)}`],
    ['empty', ''],
  ])('%s: are told, and cost nothing else', async (_, hex) => {
    const signature = Buffer.from(hex.replace(/[^0-9a-f]/gu, ''), 'hex').subarray(0, 8900);
    expect(await readAll(addField({ name: 'Lê Văn Thử' }, signature).bytes)).toMatchObject({
      signatures: [{ by: 'Lê Văn Thử', isIntact: null }],
      unread: 0,
    });
  });

  it('of any bytes never throw', async () => {
    const whole = load('two.pdf');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [place, byte] of changes) bytes[place] = byte;
          const { signatures, unread } = await readPdfSignatures(bytes);
          expect(signatures.length + unread).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('in a file that breaks off are counted, and not looked for', async () => {
    const whole = load('two.pdf');
    const cut = { signatures: [], unread: 2, bytesAfterLast: 0 };
    expect(await readAll(whole.subarray(0, 30_000))).toEqual(cut);
    // An end was put behind it: the digits still have none.
    expect(await readAll(Buffer.concat([whole.subarray(0, 30_000), Buffer.from('\n!%%EOF\n')]))).toEqual(cut);
  });

  it('in great numbers: some are read, the others counted', async () => {
    const one = load('one.pdf').toString('latin1');
    const [start, end] = [one.indexOf('6 0 obj'), one.indexOf('endobj', one.indexOf('6 0 obj')) + 7];
    const copies = Array.from({ length: 40 }, (_, i) => one.slice(start, end).replace('6 0 obj', `${20 + i} 0 obj`));
    const many = `${one.slice(0, start)}${copies.join('')}${one.slice(start)}`;
    const { signatures, unread } = await readPdfSignatures(Buffer.from(many, 'latin1'));
    expect(signatures).toHaveLength(32);
    expect(unread).toBeGreaterThanOrEqual(8);
  });

  it('with entries of another kind are read without them', async () => {
    const odd = replaceOnce(load('bare.pdf'), "/M (D:20260528172451+07'00')", '/M [ 1 2 3 ]'.padEnd(28));
    expect(await readPdfSignatures(odd)).toMatchObject({ signatures: [{ at: null, timeFrom: null }] });
  });

  it('of a day that does not exist bear no time', async () => {
    const { bytes } = addField({ modified: "D:20260231172451+07'00'" });
    expect(await readPdfSignatures(bytes)).toMatchObject({ signatures: [{ at: null }] });
  });
});

describe('a time stamp over the whole document', () => {
  it('is nobody’s signature, and what it covers was not added behind the last', async () => {
    const bytes = load('one.pdf');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(bytes.toString('latin1'))?.[1]);
    const one = { bytes, table, size: 8, widgets: [7], isPacked: false };
    const stamped = addSignature(one, { subFilter: 'ETSI.RFC3161', isHidden: true }, () => Buffer.of(0x30, 0));
    expect(await readAll(stamped.bytes)).toMatchObject({
      signatures: [{ by: PERSON.by, isIntact: true }],
      unread: 0,
      bytesAfterLast: 0,
    });
  });
});

describe('a tree of pages without end', () => {
  it('is left: the signature is read, its page may not be', async () => {
    const looped = replaceOnce(load('one.pdf'), '/Kids [3 0 R] /Count 1', '/Kids [2 0 R] /Count 1');
    expect(await readAll(looped)).toMatchObject({ signatures: [{ by: PERSON.by, page: null, isIntact: false }] });
  });
});

describe('a file without signatures', () => {
  it('costs a search', async () => {
    const nothing = { signatures: [], aside: [], unread: 0, bytesAfterLast: 0 };
    expect(await readPdfSignatures(makeUnsigned(true).bytes)).toEqual(nothing);
  });
});

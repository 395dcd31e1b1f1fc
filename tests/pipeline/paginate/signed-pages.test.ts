import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addSignature, type FieldText, makeUnsigned } from '../../../fixtures/make/signed/signed-pdf.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { buildPipeline } from '../../../pipeline/build-pipeline.js';
import { hashBytes } from '../../../pipeline/intake/stage.js';
import { noteSignatures } from '../../../pipeline/paginate/signed-pages.js';
import { paginate } from '../../../pipeline/paginate/stage.js';
import { runDocument } from '../../../pipeline/run-document.js';
import type { IntakeFile } from '../../../schemas/stages.js';
import { makeContext } from '../run-context.js';

const take = (bytes: Uint8Array): IntakeFile => ({
  file: { path: 'a.pdf', sha256: hashBytes(bytes), byteLength: bytes.length, mediaType: 'application/pdf' },
  bytes: Uint8Array.from(bytes),
});
const load = (name: string): Buffer => readFileSync(packageFile('fixtures', 'signed', name));

const rulesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const { notes } = await paginate.run(take(bytes), makeContext());
  return notes.map(({ rule, level, actual }) => `${level} ${rule} ${actual}`);
};

describe('the notes of a signed file', () => {
  it('are none where it is as it was signed', async () => {
    for (const name of ['one.pdf', 'two.pdf', 'packed.pdf']) expect(await rulesOf(load(name))).toEqual([]);
  });

  it('say that it was changed, added to, or could not be checked', async () => {
    const changed = Buffer.from(load('one.pdf').toString('latin1').replace('To be signed', 'To be forged'), 'latin1');
    expect(await rulesOf(changed)).toEqual(['review paginate/signature-changed Đinh Thị Thanh Vân']);
    expect(await rulesOf(load('bare.pdf'))).toEqual(['review paginate/signature-unchecked Đinh Thị Thanh Vân']);
    const longer = Buffer.concat([load('one.pdf'), Buffer.from('9 0 obj\n<< >>\nendobj\n%%EOF\n')]);
    expect(await rulesOf(longer)).toEqual(['review paginate/signature-bytes-added 27']);
  });

  it('say once that a signature could not be read', async () => {
    const { bytes } = addSignature(makeUnsigned(false), { subFilter: 'adbe.pkcs7.detached' }, () => Buffer.of(1));
    expect(await rulesOf(bytes)).toEqual(['review paginate/signature-unchecked 1']);
  });
});

describe('too many signatures', () => {
  it('are said, by their number', () => {
    const notes = noteSignatures({ signatures: [], aside: [], unread: 8, bytesAfterLast: 0 });
    expect(notes.map(({ rule, actual }) => `${rule} ${actual}`)).toEqual(['paginate/signature-unread 8']);
  });
});

describe('a mark of secrecy in a signature field', () => {
  const run = async (field: Omit<FieldText, 'subFilter'>): Promise<string> => {
    const { bytes } = addSignature(makeUnsigned(false), { subFilter: 'x', ...field }, () => Buffer.of(0x30, 0));
    const outcome = await runDocument(take(bytes), buildPipeline(), makeContext());
    return outcome.kind === 'failed' ? outcome.error.code : 'done';
  };

  it.each([
    ['its reason', { reason: 'TUYỆT MẬT' }],
    ['its place', { place: 'Độ mật: Tối mật' }],
    ['its name', { name: 'MẬT' }],
    ['the reason of a field without a panel', { reason: 'MẬT', isHidden: true }],
  ])('ends the reading: %s', async (_, field) => {
    expect(await run(field)).toBe('file-classified');
  });

  it('is none where the words are ordinary', async () => {
    expect(await run({ reason: 'Bảo mật nội dung đã ký', name: 'Lê Văn Thử' })).not.toBe('file-classified');
  });
});

import { ERRORS, type ErrorNature } from '../../pipeline/base/errors.js';

const renderRow = ([code, { exit, lasting, fatal, removes, when, todo }]: readonly [string, ErrorNature]): string => {
  const marks = [...(lasting ? ['lasting'] : []), ...(fatal ? ['fatal'] : []), ...(removes ? ['removes'] : [])].join(
    ', ',
  );
  return `| \`${code}\` | ${exit} | ${marks} | ${when.en} — ${when.vi} | ${todo.en} — ${todo.vi} |`;
};

/** docs/errors.md, made from the table of errors: each code with what it means and what to do. */
export const renderErrorsDoc = (): string =>
  `# Error codes — mã lỗi

Generated from pipeline/base/errors.ts by \`npm run reference\`; a test fails when it is not current.

Every failure bears one of these codes: in the summary of a batch, in the manifest, in the \`error_code\` of a quarantined
file, in square brackets at the end of a command. **exit**: what a command ends with when this is what it ended in.
**lasting**: the same bytes meet it again, so that such a file is tried a second time only with \`--retry\`. **fatal**: the
set-up is broken, the batch ends. **removes**: what is stored of the file is taken out; every other failure leaves it.

| code | exit | | when | what to do |
|---|---|---|---|---|
${Object.entries(ERRORS).map(renderRow).join('\n')}
`;

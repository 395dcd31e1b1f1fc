import { z } from 'zod';
import type { Role } from '../output/access/access.js';
import type { Route } from './routes.js';

type Json = Readonly<Record<string, unknown>>;

/** A schema as OpenAPI 3.1 holds it: JSON Schema 2020-12. `io`: what an address holds goes in, what is answered comes out. */
const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return made;
};

/** "/van-ban/:id" as OpenAPI writes it. */
export const toTemplate = (path: string): string => path.replace(/:(\w+)(?:\{[^}]*\})?/gu, '{$1}');

const namesIn = (path: string): ReadonlySet<string> =>
  new Set([...path.matchAll(/:(\w+)/gu)].map(([, name]) => name ?? ''));

const listParameters = ({ path, query }: Route): readonly Json[] => {
  const { properties = {}, required = [] } = toSchema(query, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  const inPath = namesIn(path);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: inPath.has(name) || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
};

const NOT_READ: Readonly<Record<Role, string>> = {
  reader: 'Người xem / readers',
  reviewer: 'Người rà soát / reviewers',
  admin: 'Quản trị / admins',
};

const ERROR: Json = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        text: { $ref: '#/components/schemas/Bilingual' },
        hint: { anyOf: [{ $ref: '#/components/schemas/Bilingual' }, { type: 'null' }] },
      },
      required: ['code', 'text', 'hint'],
    },
  },
  required: ['error'],
};

const failure = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

const toOperation = (route: Route): Json => ({
  summary: `${route.summary.vi} / ${route.summary.en}`,
  operationId:
    toTemplate(route.path) === '/'
      ? 'today'
      : toTemplate(route.path)
          .replace(/[^a-z0-9]+/giu, '_')
          .replace(/^_|_$/gu, ''),
  description: NOT_READ[route.role],
  parameters: listParameters(route),
  responses: {
    200: {
      description: route.summary.vi,
      content: { 'application/json': { schema: toSchema(route.data, 'output') }, 'text/html': {} },
    },
    400: failure('Địa chỉ không đúng / the address is wrong'),
    401: failure('Cần đăng nhập hoặc mã truy cập / log in, or bring a token'),
    403: failure('Không có quyền / no right'),
    404: failure('Không có / there is none'),
  },
});

/** The description of every address that answers as JSON, made from the schemas that check and answer it. — mô tả cho máy */
export const renderOpenApi = (routes: readonly Route[], version: string): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'ketluan',
    version,
    description:
      'Mọi trang trả lời dạng JSON khi yêu cầu Accept: application/json. / Every page answers as JSON when asked for it.',
  },
  paths: Object.fromEntries(routes.map((route) => [toTemplate(route.path), { get: toOperation(route) }])),
  components: {
    schemas: {
      Bilingual: {
        type: 'object',
        properties: { vi: { type: 'string' }, en: { type: 'string' } },
        required: ['vi', 'en'],
      },
      Error: ERROR,
    },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'ketluan users token <tên>' },
      session: { type: 'apiKey', in: 'cookie', name: 'ketluan<cổng>' },
    },
  },
  security: [{ token: [] }, { session: [] }],
});

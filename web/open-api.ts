import { z } from 'zod';
import type { Role } from '../output/access/access.js';
import type { Action } from './actions.js';
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

const toName = (path: string): string =>
  path === '/'
    ? 'today'
    : toTemplate(path)
        .replace(/[^a-z0-9]+/giu, '_')
        .replace(/^_|_$/gu, '');

const toOperation = (route: Route): Json => ({
  summary: `${route.summary.vi} / ${route.summary.en}`,
  operationId: toName(route.path),
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

/** A change: what is sent, what comes of it. With a token no more is needed; with a session the header `x-csrf` of its page. */
const toChange = (action: Action): Json => ({
  summary: `${action.summary.vi} / ${action.summary.en}`,
  operationId: `do_${toName(action.path)}`,
  description: NOT_READ[action.role],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: toSchema(action.body, 'input') } },
  },
  responses: {
    200: {
      description: action.summary.vi,
      content: { 'application/json': { schema: toSchema(action.data, 'output') } },
    },
    400: failure('Yêu cầu không đúng dạng / the request has no known form'),
    401: failure('Cần đăng nhập hoặc mã truy cập / log in, or bring a token'),
    403: failure('Không có quyền / no right'),
    404: failure('Không có / there is none'),
    409: failure('Người khác vừa sửa; chưa ghi gì / others changed it meanwhile; nothing was written'),
    422: failure('Giá trị không nhận được; chưa ghi gì / a value that cannot be taken; nothing was written'),
  },
});

const toPaths = (routes: readonly Route[], actions: readonly Action[]): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[toTemplate(route.path)] = { get: toOperation(route) };
  for (const action of actions) {
    const path = toTemplate(action.path);
    paths[path] = { ...paths[path], post: toChange(action) };
  }
  return paths;
};

/** The description of every address that answers as JSON, made from the schemas that check and answer it. — mô tả cho máy */
export const renderOpenApi = (routes: readonly Route[], actions: readonly Action[], version: string): Json => ({
  openapi: '3.1.1',
  info: {
    title: 'ketluan',
    version,
    description:
      'Mọi trang trả lời dạng JSON khi yêu cầu Accept: application/json. / Every page answers as JSON when asked for it.',
  },
  paths: toPaths(routes, actions),
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

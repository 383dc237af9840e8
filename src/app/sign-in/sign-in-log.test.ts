import { Failure } from '../../kernel/failure.js';
import { WrongToken } from './access-token.js';
import { SignInLog } from './sign-in-log.js';

const ISSUER = 'https://login.example.test';

let now: number;
let lines: object[];
let log: SignInLog;

beforeEach(() => {
  now = 0;
  lines = [];
  log = new SignInLog({ info: (facts: object) => void lines.push(facts) }, () => now);
});

const wrong = (part: string) =>
  new Failure([{ code: 'TOKEN_INVALID', path: [], params: {} }], { cause: new WrongToken(part) });

test('the administrator reads once in ten minutes whom we do not know', () => {
  for (const subject of ['a', 'b', 'a']) log.stranger('r1', { issuer: ISSUER, subject });
  expect(lines).toEqual([
    { requestId: 'r1', issuer: ISSUER, subject: 'a' },
    { requestId: 'r1', issuer: ISSUER, subject: 'b' },
  ]);
  now = 599_999;
  log.stranger('r2', { issuer: ISSUER, subject: 'a' });
  expect(lines).toHaveLength(2);
  now = 600_000;
  log.stranger('r3', { issuer: ISSUER, subject: 'a' });
  expect(lines).toHaveLength(3);
});

test('and which part of the token of a client was wrong, but nothing of the token', () => {
  log.refused('r1', 'client', wrong('aud'));
  log.refused('r2', 'client', wrong('aud'));
  log.refused('r3', 'client', wrong('iss'));
  log.refused('r4', 'other client', wrong('aud'));
  log.refused('r5', 'client', new Error('the provider is away'));
  expect(lines).toEqual([
    { requestId: 'r1', wrong: 'aud' },
    { requestId: 'r3', wrong: 'iss' },
    { requestId: 'r4', wrong: 'aud' },
  ]);
});

test('nobody fills the log with the names of others', () => {
  for (let n = 0; n < 500; n++) log.stranger('r', { issuer: ISSUER, subject: `s${n}` });
  expect(lines).toHaveLength(30);
  now = 4_000;
  for (let n = 500; n < 600; n++) log.stranger('r', { issuer: ISSUER, subject: `s${n}` });
  expect(lines).toHaveLength(32);
});

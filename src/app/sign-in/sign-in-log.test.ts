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
  for (const subject of ['a', 'b', 'a']) log.stranger('r1', 'client', { issuer: ISSUER, subject });
  expect(lines).toEqual([
    { requestId: 'r1', issuer: ISSUER, subject: 'a' },
    { requestId: 'r1', issuer: ISSUER, subject: 'b' },
  ]);
  now = 599_999;
  log.stranger('r2', 'client', { issuer: ISSUER, subject: 'a' });
  expect(lines).toHaveLength(2);
  now = 600_000;
  log.stranger('r3', 'client', { issuer: ISSUER, subject: 'a' });
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

const strangers = (count: number, clientOf: (n: number) => string) => {
  for (let n = 0; n < count; n++) log.stranger('r', clientOf(n), { issuer: ISSUER, subject: `s${n} ${now}` });
};

test('nobody fills the log with the names of others', () => {
  strangers(500, (n) => `client ${n}`);
  expect(lines).toHaveLength(30);
  now = 4_000;
  strangers(100, (n) => `client ${n}`);
  expect(lines).toHaveLength(32);
});

test('one client with many accounts leaves room for others, and the log says how much it left out', () => {
  strangers(500, () => 'client');
  expect(lines).toHaveLength(5);
  expect(lines.at(-1)).toEqual({ requestId: 'r', issuer: ISSUER, subject: 's4 0' });
  log.stranger('r', 'other client', { issuer: ISSUER, subject: 'a' });
  expect(lines.slice(5)).toEqual([{ requestId: 'r', issuer: ISSUER, subject: 'a', leftOut: 495 }]);
  now = 12_000;
  strangers(2, () => 'client');
  log.stranger('r', 'other client', { issuer: ISSUER, subject: 'b' });
  expect(lines.slice(6)).toEqual([
    { requestId: 'r', issuer: ISSUER, subject: 's0 12000' },
    { requestId: 'r', issuer: ISSUER, subject: 'b', leftOut: 1 },
  ]);
});

test('bad tokens take no line from those whose account is not known', () => {
  for (let n = 0; n < 500; n++) log.refused('r', `client ${n}`, wrong('form'));
  expect(lines).toHaveLength(30);
  log.stranger('r', 'client 1', { issuer: ISSUER, subject: 'a' });
  expect(lines).toHaveLength(31);
});

import { ask, startToyServer, type ToyServer } from './testing/toy-server.js';

let server: ToyServer;
afterEach(() => server.close());

async function get(path: string) {
  const response = await fetch(`${server.url}${path}`);
  return { status: response.status, body: await response.text() };
}

test('/livez asks nobody', async () => {
  server = await startToyServer({ ready: () => Promise.reject(new Error('no database')) });
  expect(await get('/livez')).toEqual({ status: 200, body: '{"status":"ok"}' });
});

test('/readyz tells what is missing', async () => {
  let reason: string | undefined = 'migrations missing';
  server = await startToyServer({ ready: async () => ({ ok: !reason, reason }) });
  expect(await get('/readyz')).toEqual({
    status: 503,
    body: '{"status":"unavailable","reason":"migrations missing"}',
  });
  reason = undefined;
  expect(await get('/readyz')).toMatchObject({ status: 200 });
});

test('/readyz stays calm when the check fails', async () => {
  server = await startToyServer({ ready: () => Promise.reject(new Error('password of the database')) });
  const { status, body } = await get('/readyz');
  expect(status).toBe(503);
  expect(body).not.toContain('password');
});

test('/readyz says no when the check never ends', async () => {
  server = await startToyServer({ ready: () => new Promise(() => undefined) });
  expect(await get('/readyz')).toEqual({
    status: 503,
    body: '{"status":"unavailable","reason":"the check took too long"}',
  });
});

test('/metrics counts by kind and never by content', async () => {
  server = await startToyServer();
  await ask(server, 'query Jansen { hello }');
  await ask(server, 'mutation { done }');
  await ask(server, '{ nothing }');
  await fetch(`${server.url}/nothing?name=Jansen`);
  const { body } = await get('/metrics');
  expect(body).toContain('graphql_request_duration_seconds_count{operation="query",outcome="OK"} 1');
  expect(body).toContain('graphql_request_duration_seconds_count{operation="mutation",outcome="OK"} 1');
  expect(body).toContain(
    'graphql_request_duration_seconds_count{operation="none",outcome="BAD_USER_INPUT"} 1',
  );
  expect(body).toContain('http_request_duration_seconds_count{method="GET",route="none",status="404"} 1');
  expect(body).toContain('process_cpu_seconds_total');
  expect(body).not.toContain('Jansen');
});

import { randomUUID } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { importJWK, SignJWT } from 'jose';
import type { Config } from '../../../config.js';
import { devKeys } from './dev-oidc-keys.js';
import { StartProblem } from '../../lifecycle.js';
import { publicUrl, toldAddress } from '../../service-address.js';

export const DEV_TOKEN_SECONDS = 12 * 60 * 60;

export function devIssuer(config: Pick<Config, 'PUBLIC_URL' | 'PORT'>): string {
  return `${publicUrl(config)}/oidc`;
}

/** The same for the commands beside the service: from the environment, else as recorded by the running service. */
export async function devIssuerOfRunning(
  config: Pick<Config, 'PUBLIC_URL' | 'PORT' | 'DATA_DIR'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const told = env['PUBLIC_URL'] || env['PORT'] ? null : await toldAddress(config.DATA_DIR);
  return devIssuer(told ? { ...config, PUBLIC_URL: told } : config);
}

/** Anybody may be anybody at the development provider, so none of it may run in production. */
export function refuseInProduction(nodeEnv: string | undefined): void {
  if (nodeEnv === 'production') {
    throw new StartProblem(
      'The development sign-in does not run with NODE_ENV=production. Set OIDC_ISSUER to a real provider.',
    );
  }
}

const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4');
THIS_MACHINE.addAddress('::1', 'ipv6');

/** Nor may other machines reach it. */
export function refuseOtherMachines(host: string): void {
  const family = isIP(host);
  if (host === 'localhost' || (family > 0 && THIS_MACHINE.check(host, family === 4 ? 'ipv4' : 'ipv6')))
    return;
  throw new StartProblem(
    `With HOST=${host} other machines could reach the development sign-in, where anybody may be anybody. ` +
      'Leave HOST empty, or set OIDC_ISSUER to a real provider.',
  );
}

/** An access token as the development provider issues it, without the sign-in. */
export async function signDevToken(wanted: {
  dataDir: string;
  issuer: string;
  audience: string;
  subject: string;
  lifetimeSeconds: number;
  /** milliseconds since 1970 */
  now?: () => number;
}): Promise<string> {
  refuseInProduction(process.env['NODE_ENV']);
  const { signing } = await devKeys(wanted.dataDir);
  const issuedAt = Math.floor((wanted.now ?? Date.now)() / 1000);
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: signing.kid, typ: 'at+jwt' })
    .setIssuer(wanted.issuer)
    .setSubject(wanted.subject)
    .setAudience(wanted.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + wanted.lifetimeSeconds)
    .sign(await importJWK(signing, 'ES256'));
}

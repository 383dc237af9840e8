import { hash } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTHeaderParameters,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { Failure, failure } from '../../kernel/failure.js';
import { RecentMap } from '../../kernel/recent-map.js';
import { Turns } from './turns.js';

/** The identity that signed in, as stated by its provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** finds the public key of a token: `localKeys`, or `get` of `RemoteKeys` */
  readonly keys: JWTVerifyGetKey;
  /** milliseconds since 1970 */
  readonly now?: () => number;
}

export type TokenVerifier = (
  authorizationHeader: string | undefined,
  /** whose turns to verify these are */
  client: string,
) => Promise<Identity | null>;

/** The cause of TOKEN_INVALID, for the log only. */
export class WrongToken extends Error {
  /** `part`: the claim or header parameter that is wrong, `signature`, or `form` if it is no access token at all */
  constructor(readonly part: string) {
    super(`wrong ${part}`);
  }
}

// asymmetric only: with HS256 in the list, a public key could pass for a shared secret
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
// other kinds of JWT (logout tokens, DPoP proofs, security events) are signed with the same keys
const TOKEN_TYPES = ['jwt', 'at+jwt', 'application/at+jwt'];
// OpenID Connect: at most 255 ASCII characters; without control characters, which the database refuses
export const SUBJECT = /^[\x20-\x7e]{1,255}$/;
const SKEW_SECONDS = 30;
const REMEMBERED_TOKENS = 10_000;
// so that a signing key that its provider withdraws does not live on in memory until the tokens expire
const REMEMBER_MS = 600_000;
/** Signatures under way. Node checks them on four threads, which it needs for other things too. */
const AT_ONCE = 4;

/**
 * Reads the Authorization header: null means that there is none, so the caller is anonymous. Throws TOKEN_EXPIRED for
 * an access token that was valid, TOKEN_INVALID for any other but a valid one, UNAUTHENTICATED if the header is of
 * another scheme, and UNAVAILABLE if the provider's keys cannot be fetched. A token is verified once and then remembered: the signature costs nothing on the hot path.
 */
export function createTokenVerifier({ issuer, audience, keys, now = Date.now }: TokenRules): TokenVerifier {
  const recent = new RecentMap<string, { identity: Identity; untilMs: number }>(REMEMBERED_TOKENS);
  const turns = new Turns(AT_ONCE);

  return async (authorizationHeader, client) => {
    if (authorizationHeader === undefined) return null;
    const token = bearerToken(authorizationHeader);
    const fingerprint = hash('sha256', token, 'base64');
    const remembered = recent.get(fingerprint);
    if (remembered && now() < remembered.untilMs) {
      // the least recently used makes room
      recent.set(fingerprint, remembered);
      return remembered.identity;
    }

    const { sub, exp } = await verifiedClaims(token, { issuer, audience, keys, now }, (check) =>
      turns.run(client, check),
    );
    const identity = Object.freeze({ issuer, subject: sub });
    recent.set(fingerprint, { identity, untilMs: Math.min(exp * 1000, now() + REMEMBER_MS) });
    return identity;
  };
}

/**
 * The token in the header; what cannot be one comes out as a token that no check accepts. Whoever signs in otherwise gave
 * no token (RFC 6750, 3.1).
 */
function bearerToken(header: string): string {
  if (!/^Bearer\b/i.test(header)) throw failure('UNAUTHENTICATED');
  return /^Bearer +([\w.-]+)$/i.exec(header)?.[1] ?? '';
}

async function verifiedClaims(
  token: string,
  rules: Required<TokenRules>,
  inTurn: <Result>(check: () => Promise<Result>) => Promise<Result>,
): Promise<{ sub: string; exp: number }> {
  try {
    const header = plausibleHeader(token, rules.issuer);
    // the key may have to be fetched, which is not to keep others from their turn
    const [protectedHeader, payload, signature] = token.split('.') as [string, string, string];
    const key = await rules.keys(header, { protected: protectedHeader, payload, signature });
    const verified = await inTurn(() =>
      jwtVerify(token, key, {
        issuer: rules.issuer,
        audience: rules.audience,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_SECONDS,
        currentDate: new Date(rules.now()),
        requiredClaims: ['exp', 'sub'],
      }),
    );
    const { sub, exp } = verified.payload;
    if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw invalid('sub');
    if (exp === undefined) throw invalid('exp');
    return { sub, exp };
  } catch (error) {
    if (error instanceof Failure) throw error;
    // thrown for a token in which all else is right
    if (error instanceof errors.JWTExpired) throw failure('TOKEN_EXPIRED');
    // whatever else goes wrong while reading untrusted text is the text's fault
    throw invalid(wrongPart(error));
  }
}

/** What can be seen without a key: whatever is no access token of this provider is not worth asking for one. */
function plausibleHeader(token: string, issuer: string): JWTHeaderParameters {
  const { alg, ...header } = decodeProtectedHeader(token);
  const type = (header.typ ?? 'jwt').toLowerCase();
  if (!alg || !ALGORITHMS.includes(alg)) throw invalid('alg');
  if (!TOKEN_TYPES.includes(type)) throw invalid('typ');
  if (decodeJwt(token).iss !== issuer) throw invalid('iss');
  return { ...header, alg };
}

function invalid(part: string): Failure {
  const problem = { code: 'TOKEN_INVALID', path: [], params: {} } as const;
  return new Failure([problem], { cause: new WrongToken(part) });
}

function wrongPart(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'alg';
  const isOfNoKey =
    error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
  return isOfNoKey ? 'kid' : 'form';
}

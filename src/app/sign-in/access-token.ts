import { hash } from 'node:crypto';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { Failure, failure } from '../../kernel/failure.js';
import { createRecentTokens } from './access-token-recent.js';

/** The identity that signed in, as stated by its provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** finds the public key of a token: `localKeys` or `remoteKeys` */
  readonly keys: JWTVerifyGetKey;
  /** milliseconds since 1970 */
  readonly now?: () => number;
}

/** Runs the check of a token that was not seen before, or refuses to: see sign-in-limit. */
export type SignInAttempt = <Result>(check: () => Promise<Result>) => Promise<Result>;

export type TokenVerifier = (
  authorizationHeader: string | undefined,
  attempt?: SignInAttempt,
) => Promise<Identity | null>;

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

/**
 * Reads the Authorization header: null means that there is none, so the caller is anonymous. Throws TOKEN_INVALID for
 * anything but a valid access token, and UNAVAILABLE if the provider's keys cannot be fetched. A token is verified
 * once and then remembered: the signature costs nothing on the hot path.
 */
export function createTokenVerifier({ issuer, audience, keys, now = Date.now }: TokenRules): TokenVerifier {
  const recent = createRecentTokens<Identity>(REMEMBERED_TOKENS);

  return async (authorizationHeader, attempt = unlimited) => {
    if (authorizationHeader === undefined) return null;
    const token = bearerToken(authorizationHeader);
    const fingerprint = hash('sha256', token, 'base64');
    const remembered = recent.get(fingerprint, now());
    if (remembered) return remembered;

    const { sub, exp } = await attempt(() => verifiedClaims(token, { issuer, audience, keys, now }));
    const identity = Object.freeze({ issuer, subject: sub });
    recent.set(fingerprint, identity, Math.min(exp * 1000, now() + REMEMBER_MS));
    return identity;
  };
}

const unlimited: SignInAttempt = (check) => check();

/** The token in the header; anything but a bearer token comes out as one that no check accepts. */
function bearerToken(header: string): string {
  return /^Bearer +([\w.-]+)$/i.exec(header)?.[1] ?? '';
}

async function verifiedClaims(
  token: string,
  rules: Required<TokenRules>,
): Promise<{ sub: string; exp: number }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, rules.keys, {
      issuer: rules.issuer,
      audience: rules.audience,
      algorithms: ALGORITHMS,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(rules.now()),
      requiredClaims: ['exp', 'sub'],
    });
    const { sub, exp } = payload;
    if (!TOKEN_TYPES.includes((protectedHeader.typ ?? 'jwt').toLowerCase())) throw failure('TOKEN_INVALID');
    if (typeof sub !== 'string' || !SUBJECT.test(sub) || exp === undefined) throw failure('TOKEN_INVALID');
    return { sub, exp };
  } catch (error) {
    // whatever else goes wrong while reading untrusted text is the text's fault
    throw error instanceof Failure ? error : failure('TOKEN_INVALID');
  }
}

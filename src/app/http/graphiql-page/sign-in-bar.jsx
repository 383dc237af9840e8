import { useEffect, useState } from 'react';
import { discover, finishSignIn, keepToken, readToken, startSignIn, token } from './sign-in.js';

/** Sign in at the provider, or paste a token such as `npm run token` prints. */
export function SignInBar({ onToken }) {
  const [value, setValue] = useState(token());
  const [provider, setProvider] = useState(null);
  const [problem, setProblem] = useState('');

  const use = (next) => {
    keepToken(next);
    setValue(next);
    onToken();
  };

  useEffect(() => {
    void discover().then(async (found) => {
      setProvider(found);
      if (!found) return;
      await finishSignIn(found).catch((error) => setProblem(`Sign-in failed: ${error.message}`));
      if (token()) use(token());
    });
  }, []);

  return (
    <div className="sign-in">
      {provider && (
        <button onClick={() => startSignIn(provider)}>{value ? 'Sign in as another' : 'Sign in'}</button>
      )}
      {value ? (
        <>
          <span>{describe(value)}</span>
          <button onClick={() => use('')}>Sign out</button>
        </>
      ) : (
        <input
          type="password"
          autoComplete="off"
          aria-label="Access token"
          placeholder="or paste an access token (npm run --silent token -- coordinator)"
          onChange={(event) => use(event.target.value.trim())}
        />
      )}
      {problem && <span role="alert">{problem}</span>}
    </div>
  );
}

function describe(value) {
  const read = readToken(value);
  if (!read) return 'Sending an access token';
  return `Signed in as ${read.subject} until ${read.until.toLocaleTimeString()}`;
}

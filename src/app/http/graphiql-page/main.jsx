import './workers.js';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { SignInBar } from './sign-in-bar.jsx';
import { token } from './sign-in.js';

const FIRST_QUERY = `# Which networks need somebody now? Sign in above as a coordinator, then run this with Ctrl-Enter.
{
  worklist {
    totalCount
    nodes {
      subject { ... on Oudernetwerk { id name } }
      band
      dueOn
      reasons { message suggestedAction { message } }
    }
  }
}
`;

async function ask(params, { headers = {} } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token() && { authorization: `Bearer ${token()}` }),
      ...headers,
    },
    body: JSON.stringify(params),
  });
  return response.json();
}

function Page() {
  // a token may let the schema be read that was refused before: start the editor anew
  const [turn, setTurn] = useState(0);
  return (
    <>
      <SignInBar onToken={() => setTurn(turn + 1)} />
      <div className="editor">
        <GraphiQL key={turn} fetcher={ask} defaultQuery={FIRST_QUERY} isHeadersEditorEnabled />
      </div>
    </>
  );
}

createRoot(document.getElementById('page')).render(<Page />);

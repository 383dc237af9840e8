/** The last output of a start: where the service is and how to sign in as each role. */
export function welcome(
  address: string,
  { development, demo }: { development: boolean; demo: boolean },
): string {
  const lines = [
    '',
    `  GraphQL    ${address}/graphql`,
    `  GraphiQL   ${address}/graphiql`,
    `  health     ${address}/readyz`,
  ];
  if (development) {
    lines.push(
      '',
      demo
        ? '  Sign in at GraphiQL as one of the demo accounts, or with a token (12 hours):'
        : '  Sign in with a token (12 hours):',
      '    npm run --silent token -- admin',
      '    npm run --silent token -- coordinator --region JZ06',
      '    npm run --silent token -- secretary --region JZ14',
      '    npm run --silent token -- supporter --region JZ06',
      '    npm run --silent token -- parent --region JZ22',
      '  Send it as header   Authorization: Bearer <token>',
    );
  }
  return `${lines.join('\n')}\n`;
}

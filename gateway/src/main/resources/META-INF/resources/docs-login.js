'use strict';

// The services say only that they take a token of our issuer. Here, where a person tries them out, that becomes a login:
// authorization code with PKCE as the client qingcheng-web. A token got elsewhere (./deploy/token) can be pasted as well.
const identity = fetch('/identity.json').then((answer) => answer.json());

function withLogin(document, issuer) {
  const schemes = document.components && document.components.securitySchemes;
  if (!schemes || !schemes.token) return document;
  const pages = `${issuer}/protocol/openid-connect`;
  schemes.pasted = schemes.token;
  schemes.token = {
    type: 'oauth2',
    description: '用 Keycloak 账户登录。 Log in with an account of the realm.',
    flows: {
      authorizationCode: { authorizationUrl: `${pages}/auth`, tokenUrl: `${pages}/token`, scopes: {} },
    },
  };
  for (const path of Object.values(document.paths || {})) {
    for (const operation of Object.values(path)) {
      if (operation && operation.security && operation.security.some((one) => 'token' in one)) {
        operation.security = [{ token: [] }, { pasted: [] }];
      }
    }
  }
  return document;
}

window.QingchengLogin = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (original) => (document) =>
          identity.then(({ issuer }) => original(withLogin(document, issuer)), () => original(document)),
      },
    },
  },
});

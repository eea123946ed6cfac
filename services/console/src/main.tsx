import '@mantine/core/styles.css';
import './page.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { codeFromLink } from './session/code-from-link.js';
import { loadFirst } from './words/language.js';

/** Of this answer of the gateway: what the content security policy wants to see on a style that a script makes. */
const nonce = document.querySelector<HTMLElement>('[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

const linkedCode = codeFromLink();
const language = await loadFirst();
createRoot(document.getElementById('console') as HTMLElement).render(
  <App nonce={nonce} linkedCode={linkedCode} language={language} />,
);

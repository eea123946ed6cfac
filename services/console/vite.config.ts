import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Beside every text file its compressed forms, so that no request waits for compression. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const folder = join(import.meta.dirname, 'dist/assets');
    for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:8080';
/** The gateway takes changes from pages of its own address only: the one here stands in for them. */
const proxied = { target: gateway, headers: { origin: new URL(gateway).origin } };

export default defineConfig({
  plugins: [react(), compressed],
  // The gateway puts a fresh nonce in its place with every answer.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    target: 'es2022',
    // What does not know light-dark() gets it rewritten into something that the kit's way to choose a scheme never reaches.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/v1': proxied, '/docs': proxied, '/openapi.json': proxied } },
});

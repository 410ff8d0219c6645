import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The desk's bundle: one entry for the door (no React), one for everything behind it. */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: here('public'),
  plugins: [
    react(),
    lingui({ configPath: here('lingui.config.ts'), failOnMissing: true, failOnCompileError: true }),
  ],
  build: {
    outDir: here('dist/desk'),
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        door: here('src/desk/door/main.ts'),
        desk: here('src/desk/app.tsx'),
      },
    },
  },
});

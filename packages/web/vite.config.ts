import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The portal's bundle: one entry for public pages (no React), one for the signed-in application,
 * one for the lease-end planner, which asks the server for nothing.
 */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: here('public'),
  plugins: [
    react(),
    lingui({ configPath: here('lingui.config.ts'), failOnMissing: true, failOnCompileError: true }),
  ],
  build: {
    outDir: here('dist/portal'),
    emptyOutDir: true,
    manifest: true,
    // A data: URL would need a hole in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What draws a PDF is large and loaded only when somebody asks for one.
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      input: {
        public: here('src/portal/public.ts'),
        app: here('src/portal/app.tsx'),
        'lease-end': here('src/portal/lease-end/main.tsx'),
        'lease-end-guide': here('src/portal/lease-end/guide/start-later.ts'),
      },
    },
  },
});

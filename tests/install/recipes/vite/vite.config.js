import { defineConfig } from 'vite';

export default defineConfig({
  // The development server is to leave the package's files where they are, so that they find each other.
  optimizeDeps: { exclude: ['crossread'] },
});

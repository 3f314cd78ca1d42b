import { defineConfig } from 'vite'
import { readerFiles } from './reader/reader-files.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [readerFiles()] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // These browsers know light-dark() and nesting, which would otherwise be written out twice.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // Fonts and pictures stay files: the policy of the pages allows no others.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})

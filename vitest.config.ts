import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 30_000, fileParallelism: false,
    // A developer's own additions must not decide what a test finds.
    env: { READOUT_KNOWLEDGE: 'test/no-own-knowledge.txt' } },
})

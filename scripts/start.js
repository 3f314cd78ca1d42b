/** Starts the command line. Plain JavaScript, so that a Node too old for TypeScript can say so. */
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `readout: this is Node ${process.versions.node}; running from source needs 22.18 or later. Start it by “npm run readout -- …” after “npm ci”, which brings its own Node, or install a newer one.`,
  )
  process.exitCode = 2
} else {
  await import('../src/cli/readout.ts')
}

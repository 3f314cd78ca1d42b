/** Made by reader-files.ts when the pages are built. */
declare module 'virtual:reader-files' {
  /** A file that reading needs: its path in the package, and where the built pages have it. */
  export interface ReaderFile {
    readonly path: string
    readonly address: string
    readonly size: number
    /** SHA-256 in hexadecimal figures. */
    readonly digest: string
  }
  export const FILES: readonly ReaderFile[]
  /** Of the program. */
  export const VERSION: string
}

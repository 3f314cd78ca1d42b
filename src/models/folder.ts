/** A file of a model, as it lies there. */
export interface ModelFile {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in hexadecimal figures. */
  readonly digest: string
}

/** A folder of model files, wherever it lies: on a disk, on a server. */
export interface ModelFolder {
  /** Where it lies and what mends it, for sentences: “in PLACE is damaged: MEND.” */
  readonly place: string
  readonly mend: string
  /** Throws `ReadoutError` where a file is missing. */
  readonly read: (name: string) => ModelFile
}

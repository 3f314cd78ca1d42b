/** The little of onnxruntime that the reader needs: handed in, so that the core runs in Node and in a browser. */
export interface Session {
  run(feeds: Record<string, Tensor>): Promise<Record<string, { readonly data: unknown }>>
}

/** Whatever the runtime takes for a tensor; the core never looks inside. */
export type Tensor = unknown

export interface Runtime {
  readonly encoder: Session
  readonly relations: Session
  readonly roles: Session
  makeTensor(type: 'int32' | 'float32', data: Int32Array | Float32Array, dims: readonly number[]): Tensor
}

/** What models/reader/model.json says: classes of each head, transitions of the roles, and the files' hashes. */
export interface ReaderModel {
  readonly name: string
  readonly version: number
  readonly sizes: { readonly label: number; readonly role: number; readonly reference: number }
  readonly features: { readonly near: number }
  readonly classes: { readonly upos: string[]; readonly lemma: string[]; readonly relation: string[]; readonly names: string[] }
  /** Scores of going from one role to the next: O, B-S, I-S, B-C, I-C. */
  readonly roleNext: readonly (readonly number[])[]
  readonly roleFirst: readonly number[]
  /** What stands in for the head of a root. */
  readonly labelRoot: Float32Array
  readonly files: Readonly<Record<string, string>>
}

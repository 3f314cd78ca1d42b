/** What the core may take from its surroundings: what every JavaScript runtime has. Node and browser parts are not here. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean })
  decode(bytes?: Uint8Array): string
}
declare function structuredClone<T>(value: T): T

import { arePiecesEqual, flattenLine, joinFragments, type Piece, readFragments, splitPieces } from './brat-pieces.ts'

/** What brat has no line for, kept as JSON in a note: ids, names, lemmas, days. `pieces` only where the fragments do not tell them. */
export type BratNote = { readonly [name: string]: unknown }

/** Lines of a brat annotation file, each kind with numbers of its own. */
export interface BratLines {
  readonly addText: (type: string, pieces: readonly Piece[], note?: BratNote) => string
  readonly addEvent: (id: string, type: string, trigger: string, args: readonly (readonly [role: string, target: string])[]) => void
  readonly addRelation: (type: string, first: string, second: string) => void
  /** Without a value a flag: what it says holds. */
  readonly addAttribute: (type: string, target: string, value?: string | null) => void
  readonly addReference: (target: string, base: string, id: string, name: string) => void
  readonly addEquiv: (targets: readonly string[]) => void
  readonly addNote: (target: string, note: BratNote) => void
  readonly write: () => string
}

/** `points` are the code points of the text. */
export function makeBratLines(points: readonly string[]): BratLines {
  const lines: string[] = []
  const counts = new Map<string, number>()
  const next = (kind: string) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return `${kind}${count}`
  }
  const addNote = (target: string, note: BratNote) => lines.push(`${next('#')}\tReadout ${target}\t${writeNote(note)}`)
  return {
    addText: (type, pieces, note = {}) => {
      const id = next('T')
      const fragments = splitPieces(pieces, points)
      lines.push(`${id}\t${type} ${fragments.map(({ start, end }) => `${start} ${end}`).join(';')}\t${readFragments(fragments, points)}`)
      const isTold = arePiecesEqual(joinFragments(fragments, points), pieces)
      const whole = isTold ? note : { ...note, pieces: pieces.map(({ start, end }) => [start, end]) }
      if (Object.keys(whole).length > 0) addNote(id, whole)
      return id
    },
    addEvent: (id, type, trigger, args) => {
      const seen = new Map<string, number>()
      const told = args.map(([role, target]) => {
        const count = (seen.get(role) ?? 0) + 1
        seen.set(role, count)
        return ` ${role}${count === 1 ? '' : count}:${target}`
      })
      lines.push(`${id}\t${type}:${trigger}${told.join('')}`)
    },
    addRelation: (type, first, second) => lines.push(`${next('R')}\t${type} Arg1:${first} Arg2:${second}`),
    addAttribute: (type, target, value) => {
      if (value !== null) lines.push(`${next('A')}\t${type} ${target}${value === undefined ? '' : ` ${value}`}`)
    },
    addReference: (target, base, id, name) =>
      lines.push(`${next('N')}\tReference ${target} ${encodeURIComponent(base)}:${encodeURIComponent(id)}\t${flattenLine(name)}`),
    addEquiv: (targets) => lines.push(`*\tEquiv ${targets.join(' ')}`),
    addNote,
    write: () => lines.map((line) => `${line}\n`).join(''),
  }
}

/** JSON leaves some signs as they are at which brat ends a line. */
function writeNote(note: BratNote): string {
  return JSON.stringify(note).replace(/[\x7f-\x9f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

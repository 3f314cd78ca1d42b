import { useEffect, useState } from 'preact/hooks'

/** Rows that are drawn at first, and with each turn more: a first screen at once, and no turn that the reader would feel. */
const FIRST = 24
const TURN = 24

/** How many of many rows are to be drawn by now. `atLeast` are wanted at once. */
export function useGrowing(all: number, atLeast = 0): number {
  const [drawn, setDrawn] = useState(FIRST)
  useEffect(() => {
    if (drawn >= all) return
    const timer = setTimeout(() => setDrawn((n) => n + TURN), 16)
    return () => clearTimeout(timer)
  }, [drawn, all])
  return Math.min(all, Math.max(drawn, atLeast))
}

import { signal } from '@preact/signals'

const query = matchMedia('(max-width: 56rem)')

/** Whether there is room for one column only; the style sheets draw the line at the same width. */
export const isNarrow = signal(query.matches)

query.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches
})

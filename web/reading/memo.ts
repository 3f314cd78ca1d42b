import { Component, type ComponentChild, type FunctionComponent, h } from 'preact'

/** A part that is drawn anew only when one of its properties is another one. */
export function memo<P extends object>(draw: FunctionComponent<P>): FunctionComponent<P> {
  class Kept extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const now = this.props as P
      return (Object.keys(next) as (keyof P)[]).some((name) => next[name] !== now[name])
    }
    override render(): ComponentChild {
      return h(draw, this.props as P)
    }
  }
  return Kept as unknown as FunctionComponent<P>
}

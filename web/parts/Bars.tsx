/** Counts as bars in a table: the picture and what stands behind it are one. */
export function Bars({
  title,
  head,
  rows,
}: {
  title: string
  head: readonly [string, string]
  rows: readonly { readonly name: string; readonly count: number; readonly href?: string }[]
}) {
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(({ count }) => count))
  return (
    <table class="bars">
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, href }) => (
          <tr key={name}>
            <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
            <td>
              <span class="bar" aria-hidden="true" style={{ width: `${Math.round((count / most) * 70)}%` }} /> {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Parameters that only track readers. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|ref_src|ref_url|cmpid|ns_\w+|at_\w+|xtor|wt_mc|wtmc|ito|smid|smtyp|s_cid|spm|__twitter_impression|ocid|icid|ncid|sh|smtid|guccounter|guce_\w+)$/i

/**
 * The address that a page names as its own, else the one it was fetched from, without a fragment and what only tracks readers.
 * Null when there is none, or none of the web.
 */
export function chooseAddress(own: string | null, fetched: string | null): string | null {
  const base = parse(fetched, null)
  const named = parse(own, base)
  // Pages of some systems name their front page as the address of every article.
  const isFront = named !== null && named.pathname === '/' && named.search === '' && base !== null && base.pathname !== '/'
  const chosen = named && !isFront ? named : base
  if (!chosen) return null
  for (const name of [...chosen.searchParams.keys()]) if (TRACKING.test(name)) chosen.searchParams.delete(name)
  chosen.hash = ''
  return chosen.href
}

function parse(address: string | null, base: URL | null): URL | null {
  if (!address || !URL.canParse(address, base?.href)) return null
  const url = new URL(address, base?.href)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null
}

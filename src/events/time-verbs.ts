/** What verbs tell of the time of the words below and above them. Lemmas. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** What is told by their infinitive comes later: “agreed on Monday to meet”; a date of one is none of the other. */
export const LOOKS_AHEAD = words(
  `agree advise aim allow announce appeal ask authorise authorize authorized beg call choose commit consider decide demand elect enable encourage expect hope
  instruct intend invite mean move need offer order permit persuade plan pledge prepare press promise propose push recommend request require resolve say
  schedule seek suggest sue swear tell threaten urge vote vow want warn wish due likely set ready willing slate decision plan offer pledge promise threat vow
  demand call request agreement deadline intention effort`,
)

/** Their purpose is reached when they happen: “travelled to Asel on Monday to sign the pact”, “used tear gas on Friday to clear the square”. */
export const REACHES = words(
  `arrive assemble come convene drive flock fly gather go hold host join march meet rally reach return rush sail sit take travel turn use visit fire storm
  hit land appear testify begin start continue help manage`,
)

/** The noun below them happens when they do: “left the talks on Thursday”, “the strike began on Monday”, “a visit planned for May”. */
export const HAPPENS = words(
  `adjourn attend begin break carry close collapse commence complete conclude conduct continue convene cover do drag end enter erupt expect fail finish follow
  go have hold host join kick kill last launch lead leave make mediate meet mount occur open participate plan quit resume run see set schedule slate stage stall
  start stop storm suffer survive sweep swell take unfold wage walk witness wound injure die perish due tip`,
)

/** Their object happens when they do, whatever else is told of it: “attended Friday's dinner”. */
export const ATTENDS = words('attend boycott chair crash enter host join leave open quit skip')

/** Nouns that are a stretch of what follows them: “the third round of talks on Monday”. */
export const STRETCHES = words('round series wave day session spate resumption start beginning end outbreak string set phase week hour')

/** Nouns that pass the day on to what they belong to: “on the evening of 3 May”, “before dawn today”. */
export const TIMES = words('morning afternoon evening night day dawn noon midday midnight eve')

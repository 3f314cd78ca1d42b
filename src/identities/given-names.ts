/** Given names that are one in daily use: “Bob Tallis”, “Robert Tallis”. The full forms first; a short form may belong to several. */
const GROUPS = `
abigail abby|alexander alex sandy|alexandra alex sandra|andrew andy drew|anthony tony|arthur art|barbara barb|benjamin ben benny|bernard bernie|calvin cal|caroline carrie
catherine katherine kathryn cathy kathy kate katie kay|charles charlie chuck|christina christine chris tina|christopher chris|clifford cliff|cynthia cindy|daniel dan danny
david dave|deborah debra debbie deb|donald don donnie|dorothy dot|douglas doug|edward ed eddie ted ned|elizabeth liz beth betty betsy lisa|eugene gene|florence flo|francis frank
frederick fred|gerald gerry jerry|gabriel gabe|geoffrey jeffrey geoff jeff|gregory greg|harold harry hal|henry hank harry|jacob jake|james jim jimmy jamie|jennifer jenny jen
jessica jess|john jack johnny jon|jonathan jon|joseph joe joey|joshua josh|judith judy|kenneth ken kenny|kimberly kim|lawrence laurence larry|leonard len lenny|louis lou|margaret maggie meg peggy
martin marty|matthew matt|maxwell max|michael mike mick|mitchell mitch|nathaniel nathan nate|nicholas nick|pamela pam|patricia pat patty tricia|patrick pat|peter pete|philip phillip phil
randall randy|raymond ray|rebecca becky|richard dick rick rich|robert bob bobby rob|ronald ron ronnie|rudolph rudy|russell russ|samuel sam|samantha sam|sebastian seb|sidney sid|stanley stan
steven stephen steve|stuart stu|susan sue|suzanne sue|terence terrence terry|theodore ted theo|theresa teresa terry|thomas tom tommy|timothy tim|valerie val|victoria vicky|vincent vince|walter walt
william bill will billy|zachary zach`
const NAMES: ReadonlyMap<string, readonly string[]> = indexGroups()

function indexGroups(): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const group of GROUPS.trim().split(/[|\n]/)) {
    const members = group.split(' ')
    for (const name of members) names.set(name, [...(names.get(name) ?? []), ...members.filter((other) => other !== name)])
  }
  return names
}

/** Other forms of a folded given name. */
export function listForms(given: string): readonly string[] {
  return NAMES.get(given) ?? []
}

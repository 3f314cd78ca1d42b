import { describe, expect, test } from 'vitest'
import { readEvents } from '../../test/read-events.ts'

/** Type, or type and mode, that one of a sentence's events has. Verbs, nouns, light verbs, participles, passives and headlines of each type. */
async function check(expected: string, text: string): Promise<void> {
  const events = await readEvents(text)
  const found = events.map(({ type, mode }) => (expected.includes('/') ? `${type}/${mode}` : type))
  expect(found).toContain(expected)
}

describe('AGREE', () => {
  test.each([
    ['AGREE', 'Varland agreed to send observers to Ostria.'],
    ['AGREE', 'Ostria offered Varland a loan on Monday.'],
    ['AGREE', "Belmora's pledge to reopen the embassy in Varland pleased the minister."],
    ['AGREE', 'The two governments reached a compromise on herring.'],
    ['AGREE', 'Ostria, promising Varland new trains, asked for patience.'],
    ['AGREE', 'Varland pledges grain for Ostria'],
    ['AGREE', 'The president of Varland has been invited to Ostria by its king.'],
    ['AGREE', 'Ostria has declared its willingness to talk with Varland.'],
    ['AGREE', 'Belmora gave Ostria an assurance that the road would stay open.'],
  ])('%s: %s', check)
})

describe('CONSULT', () => {
  test.each([
    ['CONSULT/meeting', 'The foreign ministers of Varland and Ostria met in Tarvik on Monday.'],
    ['CONSULT/meeting', 'Varland and Ostria held talks on Monday.'],
    ['CONSULT/meeting', 'Talks between Varland and Ostria began in Tarvik.'],
    ['CONSULT/meeting', 'After a meeting with the Ostrian king, the premier of Varland flew home.'],
    ['CONSULT/meeting', 'Varland, Ostria open talks on water'],
    ['CONSULT/meeting', 'The two presidents were in talks until midnight.'],
    ['CONSULT/visit', 'The premier of Varland visited Ostria on Monday.'],
    ['CONSULT/visit', 'The Ostrian premier paid a visit to Varland.'],
    ['CONSULT/visit', 'A visit by the Varlandic premier to Ostria ended on Monday.'],
    ['CONSULT/visit', 'The Ostrian premier arrived in Varland for a three-day visit.'],
    ['CONSULT/phone', 'The Ostrian premier telephoned the president of Varland.'],
    ['CONSULT/phone', 'The two presidents spoke by phone on Monday.'],
    ['CONSULT/phone', 'The Ostrian premier had a telephone call with the president of Varland.'],
    ['CONSULT/third-party', 'Belmora mediated between Varland and Ostria.'],
    ['CONSULT/third-party', 'The mediation by Belmora between Varland and Ostria failed.'],
  ])('%s: %s', check)
})

describe('SUPPORT', () => {
  test.each([
    ['SUPPORT', 'Ostria praised the government of Varland.'],
    ['SUPPORT', 'Ostria recognised Belmora on Monday.'],
    ['SUPPORT', 'Varland and Ostria signed a treaty on fishing.'],
    ['SUPPORT', 'The Ostrian minister expressed support for Varland.'],
    ['SUPPORT', "Ostria's recognition of Belmora angered Varland."],
    ['SUPPORT', 'Varland hails Ostrian vote'],
    ['SUPPORT', 'Ostria, backing Varland, voted for the plan.'],
    ['SUPPORT', 'Varland and Ostria established diplomatic relations.'],
    ['SUPPORT', 'The parliament of Varland ratified the treaty with Ostria.'],
    ['SUPPORT', "The premier congratulated Ostria's new president."],
  ])('%s: %s', check)
})

describe('CONCEDE', () => {
  test.each([
    ['CONCEDE', 'The government of Varland apologised to Ostria.'],
    ['CONCEDE', 'Varland lifted the ban on Ostrian sugar.'],
    ['CONCEDE', 'Varland announced a ceasefire with the rebels.'],
    ['CONCEDE', 'The president pardoned twenty rebels.'],
    ['CONCEDE', 'Varland eases travel rules for Ostrians'],
    ['CONCEDE', "Ostria's apology to Varland came late."],
    ['CONCEDE', 'The army announced the withdrawal of its troops from Ostria.'],
    ['CONCEDE', 'Ostria dropped its demand for the islands.'],
    ['CONCEDE', 'The government granted the rebels an amnesty.'],
  ])('%s: %s', check)
})

describe('COOPERATE', () => {
  test.each([
    ['COOPERATE', 'The navies of Varland and Ostria held joint exercises.'],
    ['COOPERATE', 'Varland and Ostria resumed flights on Monday.'],
    ['COOPERATE', 'Ostria shared intelligence with Varland.'],
    ['COOPERATE', 'Ostria extradited two smugglers to Varland.'],
    ['COOPERATE', 'The two armies trained together in May.'],
    ['COOPERATE', 'Varland and Ostria expanded their trade.'],
    ['COOPERATE', 'Varland, Ostria launch joint patrols'],
  ])('%s: %s', check)
})

describe('AID', () => {
  test.each([
    ['AID', 'Ostria sent tents to Varland.'],
    ['AID', 'Ostria delivered forty tonnes of grain to Varland.'],
    ['AID', 'Varland granted asylum to an Ostrian journalist.'],
    ['AID', 'Ostria provided Varland with ammunition.'],
    ['AID', 'Belmora rescued ninety Ostrians from the flood.'],
    ['AID', "Ostria's donation of vaccines to Varland arrived on Monday."],
    ['AID', 'The bank lent Varland two million crowns.'],
    ['AID', 'Ostria supplies Varland with gas masks'],
    ['AID', 'Belmora forgave the debts of Ostria.'],
  ])('%s: %s', check)
})

describe('RETREAT', () => {
  test.each([
    ['RETREAT/withdraw', 'Varland withdrew its troops from Ostria.'],
    ['RETREAT/withdraw', 'Varlandic troops pulled out of Ostria on Monday.'],
    ['RETREAT/release', 'The rebels released nine soldiers.'],
    ['RETREAT/release', 'Nine sailors were freed by Varland.'],
    ['RETREAT/resign', 'The defence minister of Varland resigned on Monday.'],
    ['RETREAT/resign', 'The resignation of the Ostrian premier surprised everybody.'],
    ['RETREAT/disarm', 'The rebels laid down their arms.'],
    ['RETREAT/ceasefire', 'The rebels observed a truce with the army.'],
    ['RETREAT/access', 'Varland admitted inspectors of the agency.'],
    ['RETREAT/release', 'Ostria frees journalist'],
    ['RETREAT/disarm', 'Varland destroyed its stockpile of shells.'],
  ])('%s: %s', check)
})

describe('REQUEST', () => {
  test.each([
    ['REQUEST', 'Ostria urged Varland to reopen the port.'],
    ['REQUEST', 'Ostria demanded an apology from Varland.'],
    ['REQUEST', 'The president called on Varland to free the sailors.'],
    ['REQUEST', "Ostria's appeal to Varland went unanswered."],
    ['REQUEST', 'Ostria asked Varland for help.'],
    ['REQUEST', 'The minister made an appeal to Ostria.'],
    ['REQUEST', 'Ostria seeks extradition of two sailors'],
    ['REQUEST', 'The rebels, demanding the release of their leader, wrote to the king.'],
  ])('%s: %s', check)
})

describe('ACCUSE', () => {
  test.each([
    ['ACCUSE/allege', 'Ostria accused Varland of spying.'],
    ['ACCUSE/disapprove', 'Ostria condemned the raid by Varland.'],
    ['ACCUSE/disapprove', 'Ostria summoned the Varlandic ambassador over the leak.'],
    ['ACCUSE/allege', 'Prosecutors charged the former minister with fraud.'],
    ['ACCUSE/investigate', 'Varland opened an investigation into the bank.'],
    ['ACCUSE/disapprove', 'Varland came under criticism from Ostria.'],
    ['ACCUSE/disapprove', 'The union lodged a complaint against the ministry.'],
    ['ACCUSE/allege', 'The company filed a lawsuit against the government of Ostria.'],
    ['ACCUSE/disapprove', 'Ostria slams Varland over gas'],
    ['ACCUSE/disapprove', 'The king called the premier of Varland a liar.'],
  ])('%s: %s', check)
})

describe('REJECT', () => {
  test.each([
    ['REJECT', 'Varland rejected the Ostrian offer.'],
    ['REJECT', 'Ostria turned down the invitation.'],
    ['REJECT', 'The president of Varland vetoed the law.'],
    ['REJECT', 'The minister cancelled the talks with Ostria.'],
    ['REJECT', "Varland's refusal to sign the treaty angered Ostria."],
    ['REJECT', 'Ostria barred the Varlandic envoy from entry.'],
    ['REJECT', 'Varland spurns Ostrian peace plan'],
    ['REJECT', 'Varland will not sign the treaty with Ostria.'],
  ])('%s: %s', check)
})

describe('THREATEN', () => {
  test.each([
    ['THREATEN', 'Varland threatened to cut off the gas.'],
    ['THREATEN', 'Varland warned Ostria that it would attack.'],
    ['THREATEN', 'The general issued an ultimatum to the rebels.'],
    ['THREATEN', "Varland's threats against Ostria worried the king."],
    ['THREATEN', 'Varland vowed to retaliate against Ostria.'],
    ['THREATEN', 'Varland threatens Ostria with sanctions'],
  ])('%s: %s', check)
})

describe('PROTEST', () => {
  test.each([
    ['PROTEST/demo', 'Thousands of students marched through Tarvik against the law.'],
    ['PROTEST/strike', 'Dockers in Varland went on strike on Monday.'],
    ['PROTEST/demo', 'Thousands took to the streets of Tarvik.'],
    ['PROTEST/obstruct', 'Farmers blocked the road to the capital.'],
    ['PROTEST/demo', 'Protests against the government of Ostria continued on Monday.'],
    ['PROTEST/boycott', 'The opposition boycotted the election.'],
    ['PROTEST/riot', 'Rioters threw stones at the police.'],
    ['PROTEST/demo', 'Residents staged a rally outside the ministry.'],
  ])('%s: %s', check)
})

describe('SANCTION', () => {
  test.each([
    ['SANCTION/discontinue', 'Varland imposed sanctions on Ostria.'],
    ['SANCTION/discontinue', 'Ostria was hit with new sanctions by Varland.'],
    ['SANCTION/discontinue', 'Sanctions were imposed on Ostria by the union.'],
    ['SANCTION/discontinue', 'Varland slapped tariffs on Ostrian sugar.'],
    ['SANCTION/discontinue', 'Varland broke off relations with Ostria.'],
    ['SANCTION/discontinue', 'Ostria suspended aid to Varland.'],
    ['SANCTION/expel', 'Ostria expelled two Varlandic diplomats.'],
    ['SANCTION/withdraw', 'Ostria recalled its ambassador from Varland.'],
    ['SANCTION/withdraw', 'Varland quit the treaty with Ostria.'],
    ['SANCTION/convict', 'A court sentenced the former minister to six years in prison.'],
    ['SANCTION/convict', 'The former minister was found guilty of fraud.'],
    ['SANCTION/expel', 'The expulsion of two Varlandic diplomats by Ostria followed.'],
    ['SANCTION/discontinue', 'The embargo against Ostria was announced by Varland.'],
  ])('%s: %s', check)
})

describe('MOBILIZE', () => {
  test.each([
    ['MOBILIZE/troops', 'Varland deployed two battalions on the border.'],
    ['MOBILIZE/troops', 'Varland put its army on alert.'],
    ['MOBILIZE/weapons', 'Varland test-fired a missile on Monday.'],
    ['MOBILIZE/troops', 'The army held exercises near the Ostrian border.'],
    ['MOBILIZE/troops', 'The deployment of Varlandic warships in the strait continued.'],
    ['MOBILIZE/troops', 'Varland masses troops on Ostrian border'],
    ['MOBILIZE/troops', 'Varland called up its reservists.'],
  ])('%s: %s', check)
})

describe('COERCE', () => {
  test.each([
    ['COERCE/arrest', 'Police arrested nine activists in Tarvik.'],
    ['COERCE/arrest', 'Nine activists were detained by police.'],
    ['COERCE/arrest', 'The arrest of a journalist by the Ostrian police caused anger.'],
    ['COERCE/curfew', 'The government imposed a curfew on the capital.'],
    ['COERCE/restrict', 'Varland closed its border with Ostria.'],
    ['COERCE/seize', 'The navy of Varland seized an Ostrian tanker.'],
    ['COERCE/martial-law', 'The president declared a state of emergency.'],
    ['COERCE/censor', 'The ministry censored three newspapers.'],
    ['COERCE/deport', 'Ostria deported forty Varlanders.'],
    ['COERCE/restrict', 'Ostria bans opposition rally'],
    ['COERCE/cyber', 'Hackers from Varland hacked the Ostrian ministry.'],
  ])('%s: %s', check)
})

describe('ASSAULT', () => {
  test.each([
    ['ASSAULT', 'Varland attacked Ostria on Monday.'],
    ['ASSAULT', 'Rebels killed three soldiers.'],
    ['ASSAULT/aerial', 'Varland launched air strikes on the rebels.'],
    ['ASSAULT/abduct', 'Gunmen kidnapped two engineers in Ostria.'],
    ['ASSAULT', 'The attack by the rebels on the post left three dead.'],
    ['ASSAULT/targeted', 'The rebels assassinated the governor.'],
    ['ASSAULT/firearms', 'Gunmen opened fire on the soldiers.'],
    ['ASSAULT', 'Varland came under attack from the rebels.'],
    ['ASSAULT/heavy-weapons', 'The army shelled the town.'],
    ['ASSAULT/torture', 'Prisoners were tortured by the police.'],
  ])('%s: %s', check)
})

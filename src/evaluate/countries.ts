/**
 * Countries by ISO 3166-1 alpha-3 code with the English names that golden articles may use; every other code counts as an
 * international body. Kept apart from the knowledge base on purpose: what is measured must not be the measure.
 */
const NAMES = `
AFG Afghanistan; ALB Albania; DZA Algeria; AND Andorra; AGO Angola; ATG Antigua and Barbuda; ARG Argentina; ARM Armenia; AUS Australia; AUT Austria;
AZE Azerbaijan; BHS Bahamas; BHR Bahrain; BGD Bangladesh; BRB Barbados; BLR Belarus; BEL Belgium; BLZ Belize; BEN Benin; BTN Bhutan; BOL Bolivia;
BIH Bosnia and Herzegovina = Bosnia; BWA Botswana; BRA Brazil; BRN Brunei; BGR Bulgaria; BFA Burkina Faso; BDI Burundi; CPV Cape Verde = Cabo Verde;
KHM Cambodia; CMR Cameroon; CAN Canada; CAF Central African Republic; TCD Chad; CHL Chile; CHN China = People's Republic of China = PRC; COL Colombia;
COM Comoros; COG Republic of the Congo; COD Democratic Republic of the Congo = DR Congo = DRC; CRI Costa Rica; CIV Ivory Coast = Côte d'Ivoire;
HRV Croatia; CUB Cuba; CYP Cyprus; CZE Czech Republic = Czechia; DNK Denmark; DJI Djibouti; DMA Dominica; DOM Dominican Republic; ECU Ecuador; EGY Egypt;
SLV El Salvador; GNQ Equatorial Guinea; ERI Eritrea; EST Estonia; SWZ Eswatini = Swaziland; ETH Ethiopia; FJI Fiji; FIN Finland; FRA France; GAB Gabon;
GMB Gambia; GEO Georgia; DEU Germany; GHA Ghana; GRC Greece; GRD Grenada; GTM Guatemala; GIN Guinea; GNB Guinea-Bissau; GUY Guyana; HTI Haiti;
HND Honduras; HKG Hong Kong; HUN Hungary; ISL Iceland; IND India; IDN Indonesia; IRN Iran = Islamic Republic of Iran; IRQ Iraq; IRL Ireland; ISR Israel;
ITA Italy; JAM Jamaica; JPN Japan; JOR Jordan; KAZ Kazakhstan; KEN Kenya; KIR Kiribati; KWT Kuwait; KGZ Kyrgyzstan; LAO Laos; LVA Latvia; LBN Lebanon;
LSO Lesotho; LBR Liberia; LBY Libya; LIE Liechtenstein; LTU Lithuania; LUX Luxembourg; MDG Madagascar; MWI Malawi; MYS Malaysia; MDV Maldives; MLI Mali;
MLT Malta; MHL Marshall Islands; MRT Mauritania; MUS Mauritius; MEX Mexico; FSM Micronesia; MDA Moldova; MCO Monaco; MNG Mongolia; MNE Montenegro;
MAR Morocco; MOZ Mozambique; MMR Myanmar = Burma; NAM Namibia; NRU Nauru; NPL Nepal; NLD Netherlands = Holland; NZL New Zealand; NIC Nicaragua;
NER Niger; NGA Nigeria; PRK North Korea = Democratic People's Republic of Korea = DPRK; MKD North Macedonia = Macedonia; NOR Norway; OMN Oman;
PAK Pakistan; PLW Palau; PSE Palestine = State of Palestine; PAN Panama; PNG Papua New Guinea; PRY Paraguay; PER Peru; PHL Philippines; POL Poland;
PRT Portugal; QAT Qatar; ROU Romania; RUS Russia = Russian Federation; RWA Rwanda; KNA Saint Kitts and Nevis; LCA Saint Lucia;
VCT Saint Vincent and the Grenadines; WSM Samoa; SMR San Marino; STP Sao Tome and Principe; SAU Saudi Arabia; SEN Senegal; SRB Serbia; SYC Seychelles;
SLE Sierra Leone; SGP Singapore; SVK Slovakia; SVN Slovenia; SLB Solomon Islands; SOM Somalia; ZAF South Africa;
KOR South Korea = Republic of Korea = ROK; SSD South Sudan; ESP Spain; LKA Sri Lanka; SDN Sudan; SUR Suriname; SWE Sweden; CHE Switzerland;
SYR Syria = Syrian Arab Republic; TWN Taiwan = Republic of China; TJK Tajikistan; TZA Tanzania; THA Thailand; TLS East Timor = Timor-Leste; TGO Togo;
TON Tonga; TTO Trinidad and Tobago; TUN Tunisia; TUR Turkey = Türkiye = Turkiye; TKM Turkmenistan; TUV Tuvalu; UGA Uganda; UKR Ukraine;
ARE United Arab Emirates = UAE; GBR United Kingdom = UK = Britain = Great Britain; URY Uruguay; UZB Uzbekistan; VUT Vanuatu;
USA United States = US = USA = United States of America = America; VAT Vatican City = Holy See = Vatican; VEN Venezuela; VNM Vietnam; YEM Yemen;
ZMB Zambia; ZWE Zimbabwe; XKX Kosovo`

/** Name → code. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/;\s+/)
    .flatMap((entry) =>
      entry
        .slice(4)
        .split(' = ')
        .map((name): [string, string] => [name, entry.slice(0, 3)]),
    ),
)

const CODES = new Set(COUNTRY_NAMES.values())

/** Codes that NGEC's tests take over from older tables. */
const OLD_CODES: Readonly<Record<string, string>> = { JAP: 'JPN', VTN: 'VNM', ITL: 'ITA', KOS: 'XKX' }

/** An actor's code at the level of countries: ISO alpha-3, `IGO` for any international or unknown body, null for none. “GEOGOV” is GEO. */
export function countryOf(code: string | null | undefined): string | null {
  if (!code || code.startsWith('---')) return null
  const short = OLD_CODES[code.slice(0, 3)] ?? code.slice(0, 3)
  return CODES.has(short) ? short : 'IGO'
}

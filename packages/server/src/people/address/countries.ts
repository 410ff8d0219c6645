/** The two letters of a country by ISO 3166-1. */
export type Country = string;

/** Stands for a country that a row names and nobody knows: no rule of any is held to the row. */
export const UNKNOWN_COUNTRY: Country = 'ZZ';

/** Every country with its telephone code (ITU-T E.164 and its list of assigned codes). */
const CALLING_CODES =
  'AF93 AL355 DZ213 AS1 AD376 AO244 AI1 AG1 AR54 AM374 AW297 AU61 AT43 AZ994 BS1 BH973 BD880 BB1' +
  ' BY375 BE32 BZ501 BJ229 BM1 BT975 BO591 BQ599 BA387 BW267 BR55 IO246 VG1 BN673 BG359 BF226' +
  ' BI257 KH855 CM237 CA1 CV238 KY1 CF236 TD235 CL56 CN86 CX61 CC61 CO57 KM269 CD243 CG242 CK682' +
  ' CR506 CI225 HR385 CU53 CW599 CY357 CZ420 DK45 DJ253 DM1 DO1 EC593 EG20 SV503 GQ240 ER291' +
  ' EE372 SZ268 ET251 FK500 FO298 FJ679 FI358 FR33 GF594 PF689 GA241 GM220 GE995 DE49 GH233 GI350' +
  ' GR30 GL299 GD1 GP590 GU1 GT502 GG44 GN224 GW245 GY592 HT509 HN504 HK852 HU36 IS354 IN91 ID62' +
  ' IR98 IQ964 IE353 IM44 IL972 IT39 JM1 JP81 JE44 JO962 KZ7 KE254 KI686 KP850 KR82 XK383 KW965' +
  ' KG996 LA856 LV371 LB961 LS266 LR231 LY218 LI423 LT370 LU352 MO853 MG261 MW265 MY60 MV960' +
  ' ML223 MT356 MH692 MQ596 MR222 MU230 YT262 MX52 FM691 MD373 MC377 MN976 ME382 MS1 MA212 MZ258' +
  ' MM95 NA264 NR674 NP977 NL31 NC687 NZ64 NI505 NE227 NG234 NU683 NF672 MK389 MP1 NO47 OM968' +
  ' PK92 PW680 PS970 PA507 PG675 PY595 PE51 PH63 PL48 PT351 PR1 QA974 RE262 RO40 RU7 RW250 BL590' +
  ' SH290 KN1 LC1 MF590 PM508 VC1 WS685 SM378 ST239 SA966 SN221 RS381 SC248 SL232 SG65 SX1 SK421' +
  ' SI386 SB677 SO252 ZA27 SS211 ES34 LK94 SD249 SR597 SJ47 SE46 CH41 SY963 TW886 TJ992 TZ255' +
  ' TH66 TL670 TG228 TK690 TO676 TT1 TN216 TR90 TM993 TC1 TV688 UG256 UA380 AE971 GB44 US1 UY598' +
  ' VI1 UZ998 VU678 VA39 VE58 VN84 WF681 EH212 YE967 ZM260 ZW263 AX358';

const CODE_OF: ReadonlyMap<Country, string> = new Map(
  CALLING_CODES.split(' ').map((each) => [each.slice(0, 2), each.slice(2)]),
);

const OTHER_NAMES: ReadonlyMap<string, Country> = new Map(
  (
    'USA=US U.S.A.=US U.S.=US AMERICA=US UK=GB U.K.=GB ENGLAND=GB SCOTLAND=GB WALES=GB' +
    ' BRITAIN=GB HOLLAND=NL DEUTSCHLAND=DE CAN=CA MEX=MX DEU=DE GBR=GB FRA=FR JPN=JP CHN=CN' +
    ' IND=IN KOR=KR AUS=AU NLD=NL ESP=ES ITA=IT BRA=BR PHL=PH KOREA=KR CZECHIA=CZ TURKEY=TR'
  )
    .split(' ')
    .map((each) => each.split('=') as [string, Country]),
);

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' });
const BY_NAME: ReadonlyMap<string, Country> = new Map(
  [...CODE_OF.keys()].map((code) => [folded(NAMES.of(code) ?? code), code]),
);

/** The country that a cell names, by its two letters or in English; null for anything else. */
export function parseCountry(text: string): Country | null {
  const code = text.toUpperCase();
  if (CODE_OF.has(code)) return code;
  return OTHER_NAMES.get(code) ?? BY_NAME.get(folded(text)) ?? null;
}

export function callingCodeOf(country: Country): string | null {
  return CODE_OF.get(country) ?? null;
}

/** The code that an international number begins with; null when no country has it. */
export function callingCodeIn(digits: string): string | null {
  const codes = new Set(CODE_OF.values());
  return [1, 2, 3].map((length) => digits.slice(0, length)).find((each) => codes.has(each)) ?? null;
}

/** The one country of a telephone code; null where several share it. */
export function countryOfCallingCode(code: string): Country | null {
  const all = [...CODE_OF].filter(([, each]) => each === code).map(([country]) => country);
  return all.length === 1 ? (all[0] ?? null) : (MAIN_COUNTRY.get(code) ?? null);
}

/** Codes that one large country shares with its islands. */
const MAIN_COUNTRY: ReadonlyMap<string, Country> = new Map([
  ['44', 'GB'],
  ['39', 'IT'],
  ['47', 'NO'],
  ['61', 'AU'],
  ['358', 'FI'],
  ['212', 'MA'],
]);

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/^THE /, '')
    .replaceAll('&', 'AND')
    .replace(/[^A-Z]/g, '');
}

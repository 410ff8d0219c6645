/**
 * States, the District of Columbia, territories, freely associated states and the armed forces'
 * addresses, as the Postal Service abbreviates them (Publication 28, appendix B).
 */
const UNITED_STATES =
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,' +
  'DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,' +
  'IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,' +
  'MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,' +
  'NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,' +
  'OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,' +
  'SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,' +
  'WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,GU Guam,' +
  'MP Northern Mariana Islands,PR Puerto Rico,VI Virgin Islands,' +
  'FM Federated States of Micronesia,MH Marshall Islands,PW Palau,' +
  'AA Armed Forces Americas,AE Armed Forces Europe,AP Armed Forces Pacific';

const CANADA =
  'AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,' +
  'NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,' +
  'QC Quebec,SK Saskatchewan,YT Yukon';

const STATES = byCodeAndName(UNITED_STATES);
const PROVINCES = byCodeAndName(CANADA);

/** The two letters of a state of the United States, by its letters or name; null for any other. */
export function parseState(text: string): string | null {
  return STATES.get(folded(text)) ?? null;
}

/** The two letters of a Canadian province, by its letters or name; null for any other. */
export function parseProvince(text: string): string | null {
  return PROVINCES.get(folded(text)) ?? null;
}

function byCodeAndName(list: string): ReadonlyMap<string, string> {
  const pairs = list.split(',').map((each) => [each.slice(0, 2), each.slice(3)] as const);
  return new Map(pairs.flatMap(([code, name]) => [[code, code] as const, [folded(name), code]]));
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[.\s]+/g, ' ')
    .trim();
}

import { parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/** ISO 3166-1 alpha-2, officially assigned. */
const codes = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
    'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
    'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
    'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
    'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
    'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** Kosovo has no code of the standard; this one, from the range for private use, is what the EU and others use. */
const inUse = new Set(['XK']);

const names: Readonly<Record<string, string>> = {
  uk: 'GB',
  'united kingdom': 'GB',
  'great britain': 'GB',
  england: 'GB',
  usa: 'US',
  'united states': 'US',
  germany: 'DE',
  deutschland: 'DE',
  austria: 'AT',
  switzerland: 'CH',
  france: 'FR',
  spain: 'ES',
  italy: 'IT',
  netherlands: 'NL',
  'the netherlands': 'NL',
  belgium: 'BE',
  poland: 'PL',
  sweden: 'SE',
  norway: 'NO',
  denmark: 'DK',
  finland: 'FI',
  ireland: 'IE',
  portugal: 'PT',
  canada: 'CA',
  australia: 'AU',
  india: 'IN',
  china: 'CN',
  japan: 'JP',
  brazil: 'BR',
  el: 'GR',
};

function isCountry(text: string): boolean {
  return codes.has(text) || inUse.has(text);
}

/** The two-letter code of a country, in capitals: `DE`. */
export function parseCountry(text: string): Parsed<string> {
  if (isCountry(text)) return parsed(text);
  const absent = refusedOutright(text, 'a country', 'DE', isCountry);
  if (absent) return absent;
  const word = text.slice(0, 30).trim();
  const name = word.toLowerCase();
  const candidates = [...(Object.hasOwn(names, name) ? [names[name] ?? ''] : []), word.toUpperCase()];
  return refused(`${quoted(text)} is not the code of a country. Write the two letters of ISO 3166: DE, US.`, {
    candidates,
    accepts: isCountry,
  });
}

/**
 * The currencies of ISO 4217, as data of our own rather than the host's `Intl`: its list is missing in some hosts and
 * differs between others, and its decimals are those that people use (none for HUF), not those of the standard (two).
 * A plan must read the same on the desktop, in the browser and in CI.
 */
import { distance } from 'fastest-levenshtein';
import { parsed, quoted, refused, refusedOutright, type Parsed } from './parsed';

/**
 * Alphabetic codes in force, with those replaced since 2020 (ANG, BGN, CUC, HRK, SLL, ZWL), so that the plan of a past
 * year stays readable. Without metals, bond units and the codes for tests and for no currency.
 */
const codes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
    'CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
    'GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP ' +
    'LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN ' +
    'PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS ' +
    'TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ' +
    'ZMW ZWG ZWL'
  ).split(' '),
);

/** Codes that were withdrawn longer ago, and what they were; people still type some of them. */
const withdrawn: Readonly<Record<string, string>> = {
  ATS: 'the Austrian schilling',
  BEF: 'the Belgian franc',
  DEM: 'the German mark',
  EEK: 'the Estonian kroon',
  ESP: 'the Spanish peseta',
  FIM: 'the Finnish markka',
  FRF: 'the French franc',
  GRD: 'the Greek drachma',
  IEP: 'the Irish pound',
  ITL: 'the Italian lira',
  LTL: 'the Lithuanian litas',
  LVL: 'the Latvian lats',
  NLG: 'the Dutch guilder',
  PTE: 'the Portuguese escudo',
  SIT: 'the Slovenian tolar',
  SKK: 'the Slovak koruna',
};

/** ISO 4217: digits of the minor unit where they are not two. */
const minorDigitExceptions: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: ['CLF', 'UYW'],
};
const minorDigitsByCode = new Map(
  Object.entries(minorDigitExceptions).flatMap(([digits, of]) => of.map((code) => [code, Number(digits)] as const)),
);

export function isCurrency(code: string): boolean {
  return codes.has(code);
}

/** `the German mark` for `DEM`; undefined for a code that is in force or never was. */
export function withdrawnCurrency(code: string): string | undefined {
  return Object.hasOwn(withdrawn, code) ? withdrawn[code] : undefined;
}

/** Digits after the point in the currency's amounts: 2 for EUR, 0 for JPY, 3 for BHD. */
export function minorDigits(code: string): number {
  return minorDigitsByCode.get(code) ?? 2;
}

const signs: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  $: ['USD'],
  us$: ['USD'],
  dollar: ['USD'],
  dollars: ['USD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  hk$: ['HKD'],
  s$: ['SGD'],
  r$: ['BRL'],
  '£': ['GBP'],
  pound: ['GBP'],
  pounds: ['GBP'],
  '¥': ['JPY', 'CNY'],
  yen: ['JPY'],
  yuan: ['CNY'],
  rmb: ['CNY'],
  fr: ['CHF'],
  sfr: ['CHF'],
  franken: ['CHF'],
  francs: ['CHF'],
  kr: ['SEK', 'NOK', 'DKK'],
  zł: ['PLN'],
  zl: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  '₹': ['INR'],
  rs: ['INR'],
  '₩': ['KRW'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '₦': ['NGN'],
  '₱': ['PHP'],
  '฿': ['THB'],
};

/** Codes that a sign, a name or a code in any case may stand for, best first: `€`, `dollars`, `eur`. */
export function currenciesMeant(written: string): readonly string[] {
  const word = written.trim().toLowerCase().replace(/\.$/, '');
  const code = word.toUpperCase();
  if (isCurrency(code)) return [code];
  return Object.hasOwn(signs, word) ? (signs[word] ?? []) : [];
}

/** The currencies that most amounts are in: where two codes are as near to a slip, one of these is meant. */
const major = 'EUR USD GBP JPY CHF CAD AUD CNY INR SEK NOK DKK PLN CZK HUF BRL MXN SGD HKD NZD KRW ZAR TRY'.split(' ');

/** The code that a slip of one letter, or of two swapped ones, was meant for; undefined where none is that near. */
export function nearestCurrency(written: string): string | undefined {
  const word = written.toUpperCase();
  if (!/^[A-Z]{2,4}$/.test(word)) return undefined;
  const letters = (code: string): string => Array.from(code).sort().join('');
  const isSwap = (code: string): boolean => letters(code) === letters(word);
  const isSlip = (code: string): boolean => distance(word, code) === 1;
  return major.find(isSwap) ?? major.find(isSlip) ?? [...codes].find(isSwap) ?? [...codes].find(isSlip);
}

/** The code of a currency, in capitals: `EUR`. */
export function parseCurrency(text: string): Parsed<string> {
  if (isCurrency(text)) return parsed(text);
  const absent = refusedOutright(text, 'a currency', 'EUR', isCurrency);
  if (absent) return absent;
  const old = withdrawnCurrency(text);
  if (old !== undefined)
    return refused(`${quoted(text)} was ${old}, which no longer exists. Write the code of a currency: EUR.`);
  const word = text.slice(0, 20);
  return refused(`${quoted(text)} is not a currency of ISO 4217. Write the three letters of its code: EUR, USD.`, {
    candidates: [...currenciesMeant(word), nearestCurrency(word) ?? ''],
    accepts: isCurrency,
  });
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Headless Chrome'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
];

const LONGEST = 40;

const find = (from: [RegExp, string][], text: string) => from.find(([pattern]) => pattern.test(text))?.[1];

/** What a person would call the device behind a User-Agent header: "Firefox on Linux". */
export function deviceName(userAgent: string): string {
  const named = [find(BROWSERS, userAgent), find(SYSTEMS, userAgent)].filter(Boolean).join(' on ');
  return named || userAgent.trim().slice(0, LONGEST) || 'An unnamed program';
}

// Loaded first into a process whose clock is to be wrong: `--import shift-clock.mjs?aheadMs=300000`.
const aheadMs = Number(new URL(import.meta.url).searchParams.get('aheadMs'));
const RightDate = Date;

globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + aheadMs);
    else super(...given);
  }

  // Next copies what a Date has of its own.
  static UTC = RightDate.UTC;
  static parse = RightDate.parse;

  static now() {
    return RightDate.now() + aheadMs;
  }
};

// Colours and cursor movements (CSI), titles and links (OSC), and single escapes.
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** An output as it reads without its colours. */
export const plainOutput = (text: string): string => (text.includes('\u001b') ? text.replace(ESCAPES, '') : text);

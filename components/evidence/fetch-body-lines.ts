import { plainOutput } from './plain-output';

/** Takes text in pieces, answers the lines that it makes, without colours and carriage returns. */
export function lineCollector() {
  const lines: string[] = [];
  let begun = '';
  const keep = (line: string) => void lines.push(plainOutput(line.endsWith('\r') ? line.slice(0, -1) : line));
  return {
    take(text: string) {
      const pieces = (begun + text).split('\n');
      begun = pieces.pop() ?? '';
      for (const piece of pieces) keep(piece);
    },
    end(): string[] {
      if (begun !== '') keep(begun);
      return lines;
    },
  };
}

/** The whole of an output as lines, split while it arrives: 10 MB at once would hold the page up. Throws where it cannot be fetched. */
export async function fetchBodyLines(path: string): Promise<string[]> {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok || !response.body) throw new Error(`The body was answered with ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const collector = lineCollector();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) collector.take(piece.value);
  return collector.end();
}

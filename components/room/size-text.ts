const KB = 1024;

/** `812 B`, `14 kB`, `2.4 MB` */
export function bytesText(sizeBytes: number): string {
  if (sizeBytes < KB) return `${sizeBytes} B`;
  if (sizeBytes < KB * KB) return `${Math.round(sizeBytes / KB)} kB`;
  return `${(sizeBytes / KB / KB).toFixed(1)} MB`;
}

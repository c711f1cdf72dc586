/** Reads an address on the web. Throws, in words, where it is not reachable or not to be called. `isCut`: there was more. */
export type ReadAddress = (url: string) => Promise<{ status: number; text: string; isCut: boolean }>;

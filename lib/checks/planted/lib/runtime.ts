export const runtime = 1;

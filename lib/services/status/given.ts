type Given<Input> = { [Name in keyof Input]: Exclude<Input[Name], undefined> };

/** What was said, without what was left out. */
export const given = <Input extends object>(input: Input): Given<Input> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<Input>;

/** Whether it is all so already. */
export const isSame = <Row extends object>(row: Row, change: Partial<Row>): boolean =>
  Object.entries(change).every(([name, value]) => JSON.stringify(row[name as keyof Row]) === JSON.stringify(value));

type DemoComponent = { group: string; name: string; description: string; isPublic: boolean };

const shop = { group: 'Shop', isPublic: true };
const office = { group: 'Partners and support', isPublic: true };

/** What the status page of the demo is made of, in its order. */
export const demoComponents = {
  storefront: { ...shop, name: 'Storefront', description: 'The catalogue, and the pages of every product' },
  orders: { ...shop, name: 'Orders', description: 'Placing orders and looking them up' },
  payments: { ...shop, name: 'Payments', description: 'Cards and invoices' },
  partnerApi: { ...office, name: 'Partner API', description: 'Orders and stock for partners' },
  imports: { ...office, name: 'Partner imports', description: 'The nightly files of our partners' },
  console: { ...office, name: 'Support console', description: 'Seen by staff only', isPublic: false },
} satisfies Record<string, DemoComponent>;

export type ComponentName = keyof typeof demoComponents;

/** The components of the demo, by id. */
export type ComponentIds = Record<ComponentName, string>;

import type { PublicStatus } from '@/lib/core/status/public-status';
import { publicIdOf } from './public-id';

/** What pages are made from. */
export type Site = {
  status: PublicStatus;
  /** The full address of the page, without a slash at its end. */
  address: string;
  /** The full address of the installation. */
  publicUrl: string;
};

/** Where a page stands: what leads from it to the root of the site, '' or '../'. */
export type Root = '' | '../';

export const incidentPath = (id: string): string => `incidents/${publicIdOf(id)}.html`;
export const maintenancePath = (id: string): string => `maintenance/${publicIdOf(id)}.html`;
export const monthPath = (month: string): string => `history/${month}.html`;

/** The site of a status, at the address that it has here. */
export function siteOf(status: PublicStatus, publicUrl: string): Site {
  return { status, address: `${publicUrl}/status${status.audience === 'internal' ? '/internal' : ''}`, publicUrl };
}

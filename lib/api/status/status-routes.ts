import type { Services } from '@/lib/services/services';
import type { Router } from '../route';
import { mountComponents } from './component-routes';
import { mountGroups } from './group-routes';
import { mountImports } from './import-routes';
import { mountMaintenance } from './maintenance-routes';
import { mountNotices } from './notice-routes';
import { mountStatusPage } from './page-routes';
import { mountPublishing } from './publishing-routes';

/** Everything by which people keep the status page. */
export function mountStatus(router: Router, { status, publishing }: Pick<Services, 'status' | 'publishing'>): void {
  mountStatusPage(router, status);
  mountGroups(router, status);
  mountComponents(router, status);
  mountMaintenance(router, status);
  mountNotices(router, status);
  mountImports(router, status);
  mountPublishing(router, publishing);
}

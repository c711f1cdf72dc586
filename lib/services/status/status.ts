import { whenAvailable } from '../people/when-available';
import { advanceMaintenance } from './advance-maintenance';
import { changeComponent } from './change-component';
import { changeMaintenance } from './change-maintenance';
import { changeNotice } from './change-notice';
import { changePage } from './change-page';
import { correctMaintenanceUpdate } from './correct-maintenance-update';
import { createComponent } from './create-component';
import { createGroup } from './create-group';
import { endNotice } from './end-notice';
import { importHistory } from './import-history';
import { listComponents } from './list-components';
import { listMaintenance } from './list-maintenance';
import { listNotices } from './list-notices';
import { listRoomComponents } from './list-room-components';
import { moveComponent } from './move-component';
import { moveGroup } from './move-group';
import { listIncidentsNaming } from './named-by';
import { pinNotice } from './pin-notice';
import { previewImport } from './preview-import';
import { readPage } from './read-page';
import { removeComponent } from './remove-component';
import { removeGroup } from './remove-group';
import { removeNotice } from './remove-notice';
import { renameGroup } from './rename-group';
import { scheduleMaintenance } from './schedule-maintenance';
import { setComponentState } from './set-component-state';
import type { StatusDeps } from './status-deps';
import { updateMaintenance } from './update-maintenance';

const verbs = {
  listRoomComponents,
  readPage,
  changePage,
  listComponents,
  createGroup,
  renameGroup,
  moveGroup,
  removeGroup,
  createComponent,
  changeComponent,
  moveComponent,
  removeComponent,
  listIncidentsNaming,
  setComponentState,
  listMaintenance,
  scheduleMaintenance,
  changeMaintenance,
  updateMaintenance,
  correctMaintenanceUpdate,
  advanceMaintenance,
  listNotices,
  pinNotice,
  changeNotice,
  endNotice,
  removeNotice,
  previewImport,
  importHistory,
};

type Verbs = typeof verbs;
export type Status = { [Name in keyof Verbs]: ReturnType<Verbs[Name]> };

/** Everything by which people keep the status page. Refusals are ServiceErrors. */
export function createStatus(deps: StatusDeps): Status {
  const made = Object.entries(verbs).map(([name, verb]) => [name, whenAvailable(verb(deps) as never)]);
  return Object.fromEntries(made) as Status;
}

'use client';

import { behind } from '@/components/ui/behind';

const fetchParts = () => import('./parts');

export const Notices = behind(() => fetchParts().then((parts) => parts.Notices));
export const Toaster = behind(() => fetchParts().then((parts) => parts.Toaster));
export const TopBar = behind(() => fetchParts().then((parts) => parts.TopBar));

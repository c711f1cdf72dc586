'use client';

import { Siren } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { DeclareForm } from '@/components/home/declare-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useMe } from './me';

/** Asks for the one thing that an incident needs. Not on the home page, where that field is there already. */
export function DeclareButton() {
  const me = useMe();
  const path = usePathname();
  const [isOpen, setOpen] = useState(false);
  if (me.role === 'viewer' || path === '/') return null;

  return (
    <>
      <Button
        variant="primary"
        size="sm"
        icon={<Siren aria-hidden />}
        onClick={() => setOpen(true)}
        aria-label="Declare an incident"
      >
        <span className="max-sm:hidden">Declare</span>
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Declare an incident" keepOpen>
        <DeclareForm onDeclared={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

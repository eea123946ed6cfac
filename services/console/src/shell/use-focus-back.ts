import { useLayoutEffect, useState } from 'react';

/** A dialog that is gone gives the focus back to what opened it: whoever goes by keyboard is where they were. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}

import type { ReactNode } from 'react';

export function KeepSection(): ReactNode {
  return null;
}

import { createContext, useContext } from 'react';
import type { Brand } from './brand.ts';

export const BrandContext = createContext<Brand | null>(null);

/** The lender's names and numbers; the application is not drawn before they are here. */
export function useBrand(): Brand {
  const brand = useContext(BrandContext);
  if (brand === null) throw new Error('a screen was drawn outside the brand');
  return brand;
}

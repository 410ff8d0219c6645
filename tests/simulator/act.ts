import { hold, lift, quote } from './act-on-contract.ts';
import { cancel, giveBack, pay, schedule } from './act-on-money.ts';
import type { Happening } from './life.ts';
import type { Scene } from './scene.ts';

/** Does what the happening says; null when it meant nothing that day (nothing to pay). */
export function act(scene: Scene, happening: Happening): boolean {
  switch (happening.what) {
    case 'pay':
      return pay(scene, happening);
    case 'return':
      return giveBack(scene, happening.payment);
    case 'schedule':
      return schedule(scene, happening);
    case 'cancel':
      return cancel(scene, happening.draft);
    case 'hold':
      return hold(scene, happening);
    case 'lift':
      return lift(scene, happening.kind);
    case 'quote':
      return quote(scene, happening.from);
  }
}

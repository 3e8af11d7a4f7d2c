import { render } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { LocationProvider } from 'preact-iso';
import type { View } from '../domain/types';
import * as store from '../store';
import { fetchRules } from '../store/screening';
import * as state from '../store/state';
import { ANA, emptyView } from './fake-pith';

/** A phone that belongs to Ana, with the given view; nothing of an earlier test is left. */
export async function anasPhone(view: Partial<View> | null): Promise<void> {
  await store.becomeProfile(ANA);
  await store.wipe();
  await store.becomeProfile(ANA);
  state.view.value = view ? { ...emptyView(), ...view } : null;
  state.contact.value = 'reached';
  state.ready.value = true;
  await fetchRules();
}

/** A phone that belongs to nobody. */
export async function newPhone(): Promise<void> {
  await store.becomeProfile(ANA);
  await store.wipe();
  state.contact.value = 'unknown';
  state.ready.value = true;
}

export function show(Page: ComponentType, address = '/'): void {
  history.replaceState(null, '', address);
  render(
    <LocationProvider>
      <Page />
    </LocationProvider>,
  );
}

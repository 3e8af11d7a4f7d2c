import { signal } from '../signals';

/** Why a photo of the program is not stored on this phone: no room for it, or no network yet. Null: all are here. */
export const photosAway = signal<'full' | 'network' | null>(null);

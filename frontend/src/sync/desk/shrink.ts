import { fitted } from '../../domain/desk/photo';

/** Good enough to see where a ball lies, and a tenth of what a camera writes. */
const QUALITY = 0.85;

/**
 * The picture made small enough to send from a phone, turned the right way up. What this browser cannot read (some
 * cameras' own formats) goes as it is: the server says whether it can.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  const picture = await read(file);
  if (!picture) return file;
  const { width, height } = fitted(picture);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return small && small.size < file.size ? small : file;
}

async function read(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

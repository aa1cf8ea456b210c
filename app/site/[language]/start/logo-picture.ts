import { dominantColor } from './dominant-color';

export interface ReadLogo {
  /** As PNG in a data URL, small enough to send and to keep. */
  logo: string;
  /** The colour that stands out in it; null for a picture without colour. */
  color: string | null;
}

// Twice what pages show, for dense screens.
const frame = { width: 640, height: 192 };
const sample = 64;

/** Reads a picture in the browser: makes it small and finds its colour. Rejects what is no picture. */
export async function readLogo(file: File): Promise<ReadLogo> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, frame.width / picture.width, frame.height / picture.height);
  const drawn = draw(picture, picture.width * scale, picture.height * scale);
  const shrink = Math.min(1, sample / Math.max(picture.width, picture.height));
  const small = draw(picture, picture.width * shrink, picture.height * shrink);
  const pixels = small.getContext('2d')?.getImageData(0, 0, small.width, small.height).data;
  return { logo: drawn.toDataURL('image/png'), color: pixels ? dominantColor(pixels) : null };
}

function draw(picture: ImageBitmap, width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** As sharp on a screen that shows two pixels for one. */
const sharpness = 2;

/** Browsers draw no larger pictures; a longer one is drawn smaller. */
const longestSide = 16_000;

/**
 * Draws an SVG that needs nothing from elsewhere.
 *
 * @returns a PNG as Base64 text; null where the browser cannot draw it
 */
export async function pictureOf(svg: string): Promise<string | null> {
  try {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const scale = Math.min(sharpness, longestSide / Math.max(image.width, image.height, 1));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
  } catch {
    return null;
  }
}

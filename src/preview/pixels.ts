/** Lines of one pixel are sharp where they stand on the middle of a pixel. */
export function crisp(x: number): number {
  return Math.floor(x) + 0.5;
}

/** Numbered activities, the one with the least priority value first, of equal ones the smallest number (a binary heap). */
export class ReadyQueue {
  readonly #heap: number[] = [];

  constructor(private readonly priority: Float64Array) {}

  push(activity: number): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(activity);
    for (let parent = (at - 1) >> 1; at > 0 && this.#isBefore(activity, heap[parent] ?? 0); parent = (at - 1) >> 1) {
      heap[at] = heap[parent] ?? 0;
      heap[parent] = activity;
      at = parent;
    }
  }

  pop(): number | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (let child = this.#firstChild(at); child > 0 && this.#isBefore(heap[child] ?? 0, last);) {
      heap[at] = heap[child] ?? 0;
      at = child;
      child = this.#firstChild(at);
    }
    heap[at] = last;
    return first;
  }

  /** The place of the child that comes first, 0 where there is none. */
  #firstChild(at: number): number {
    const left = at * 2 + 1;
    if (left >= this.#heap.length) return 0;
    const right = left + 1;
    return right < this.#heap.length && this.#isBefore(this.#heap[right] ?? 0, this.#heap[left] ?? 0) ? right : left;
  }

  #isBefore(one: number, other: number): boolean {
    const first = this.priority[one] ?? 0;
    const second = this.priority[other] ?? 0;
    if (first !== second) return first < second;
    return one < other;
  }
}

import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether the page is being printed: then there is no window that shows a part of it, and all is to be on paper. */
export function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => {
      atOnce(() => {
        setIsPrinting(true);
      });
    };
    const end = (): void => {
      setIsPrinting(false);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** Draws a change before it returns: what is not there when the event is over does not come to the paper. */
function atOnce(change: () => void): void {
  const { debounceRendering } = options as { readonly debounceRendering?: (draw: () => void) => void };
  options.debounceRendering = (draw) => {
    draw();
  };
  try {
    change();
  } finally {
    if (debounceRendering) options.debounceRendering = debounceRendering;
    else delete options.debounceRendering;
  }
}

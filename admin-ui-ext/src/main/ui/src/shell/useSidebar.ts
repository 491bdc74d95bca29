import { useCallback, useEffect, useRef, useState } from "react";

const TOGGLE = "#nav-toggle";

/**
 * The side navigation, open on wide windows and opened by the header's button on narrow ones. The library's header has
 * a PatternFly of its own, so its button does not reach our page: its clicks are heard at the document.
 */
export const useSidebar = () => {
  const narrow = useRef<boolean | undefined>(undefined);
  const [isOpen, setOpen] = useState(true);

  const onResize = useCallback((_event: unknown, { mobileView }: { mobileView: boolean }) => {
    if (mobileView !== narrow.current) {
      narrow.current = mobileView;
      setOpen(!mobileView);
    }
  }, []);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if ((event.target as Element).closest(TOGGLE)) {
        setOpen((open) => !open);
      }
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  useEffect(() => {
    document.querySelector(TOGGLE)?.setAttribute("aria-expanded", String(isOpen));
  });

  const closeIfNarrow = useCallback(() => {
    if (narrow.current) {
      setOpen(false);
    }
  }, []);

  return { isOpen, onResize, closeIfNarrow };
};

import { useCallback, useEffect, useRef, useState } from "react";

const TOGGLE = "#nav-toggle";

/**
 * State of the side navigation: open in wide windows, toggled by the header's button in narrow ones. The library's header
 * has its own copy of PatternFly, so its button can't reach our page; a listener on the document handles its clicks.
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

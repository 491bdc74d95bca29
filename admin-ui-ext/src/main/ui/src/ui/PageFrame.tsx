import { Component, Suspense, type PropsWithChildren } from "react";
import { Outlet, useLocation } from "react-router-dom";
import { AlertsProvider } from "./Alerts";
import { ConfirmProvider } from "./Confirm";
import { Crashed } from "./Crashed";
import { Loading } from "./Loading";
import "./pages.css";

type BoundaryProps = PropsWithChildren<{ path: string }>;

/** Keeps a fault of one of our pages from taking the console down; the next page starts anew. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate({ path }: BoundaryProps) {
    if (this.state.failed && path !== this.props.path) {
      this.setState({ failed: false });
    }
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

/**
 * What our pages have around them: the console's own providers are another instance. It stays while one of them leads to the
 * next, and with it what was said.
 */
export default function PageFrame() {
  const { pathname } = useLocation();
  return (
    <AlertsProvider>
      <ConfirmProvider>
        <Boundary path={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Boundary>
      </ConfirmProvider>
    </AlertsProvider>
  );
}

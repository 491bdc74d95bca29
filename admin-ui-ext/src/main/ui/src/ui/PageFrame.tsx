import { Component, Suspense, type PropsWithChildren } from "react";
import { Outlet, useLocation } from "react-router-dom";
import { AlertsProvider } from "./Alerts";
import { ConfirmProvider } from "./Confirm";
import { Crashed } from "./Crashed";
import { Loading } from "./Loading";
import "./pages.css";

type BoundaryProps = PropsWithChildren<{ path: string }>;

/** Keeps an error in one of our pages from crashing the console; navigation to another page resets it. */
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
 * Providers for our pages, because the console's own providers belong to another instance. The frame stays mounted during
 * navigation between our pages, so alerts stay visible.
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

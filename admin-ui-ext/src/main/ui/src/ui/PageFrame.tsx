import { Component, type PropsWithChildren } from "react";
import { AlertsProvider } from "./Alerts";
import { ConfirmProvider } from "./Confirm";
import { Crashed } from "./Crashed";
import "./pages.css";

/** Keeps a fault of one of our pages from taking the console down. */
class Boundary extends Component<PropsWithChildren, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

/** What each of our pages has around it: the console's own providers are another instance. */
export const PageFrame = ({ children }: PropsWithChildren) => (
  <Boundary>
    <AlertsProvider>
      <ConfirmProvider>{children}</ConfirmProvider>
    </AlertsProvider>
  </Boundary>
);

import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
} from "@patternfly/react-core";
import type { ReactNode } from "react";

type NothingProps = { title: string; body: string; action?: ReactNode };

/** In the place of a list without rows: what would be there, and how it gets there. */
export const Nothing = ({ title, body, action }: NothingProps) => (
  <EmptyState>
    <EmptyStateHeader titleText={title} headingLevel="h2" />
    <EmptyStateBody>{body}</EmptyStateBody>
    {action && (
      <EmptyStateFooter>
        <EmptyStateActions>{action}</EmptyStateActions>
      </EmptyStateFooter>
    )}
  </EmptyState>
);

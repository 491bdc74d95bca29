import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
} from "@patternfly/react-core";
import type { ReactNode } from "react";

type NothingProps = { title: string; body: string; action?: ReactNode };

/** Replaces an empty list: explains what it would contain and how to add entries. */
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

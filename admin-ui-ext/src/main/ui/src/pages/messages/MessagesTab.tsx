import { PageSection } from "@patternfly/react-core";
import { Await } from "../../ui/Await";
import { usePolicy } from "../policy/usePolicy";
import { MessagesForm } from "./MessagesForm";

export default function MessagesTab() {
  const { loaded, save } = usePolicy();
  return (
    <PageSection variant="light">
      <Await what={loaded}>{({ policy }) => <MessagesForm policy={policy} save={save} />}</Await>
    </PageSection>
  );
}

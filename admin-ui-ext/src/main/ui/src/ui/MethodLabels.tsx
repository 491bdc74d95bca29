import { Label } from "@patternfly/react-core";
import { useMethodTexts } from "../api/methods";
import type { Method } from "../api/types";
import { MethodIcon } from "./MethodIcon";

/** Shows the methods of a user's accepted factors, each with its icon. */
export const MethodLabels = ({ methods }: { methods: Method[] }) => {
  const texts = useMethodTexts();
  return (
    <>
      {methods.map((method) => (
        <Label key={method} isCompact className="pf-v5-u-mr-xs" variant="outline" icon={<MethodIcon method={method} />}>
          {texts.short(method)}
        </Label>
      ))}
    </>
  );
};

import { Checkbox } from "@patternfly/react-core";
import { useMethodTexts } from "../api/methods";
import type { Method } from "../api/types";

type MethodTicksProps = {
  id: string;
  /** All methods, the strongest first. */
  methods: Method[];
  ticked: Method[];
  onChange: (ticked: Method[]) => void;
  isDisabled: boolean;
  /** Whether each method is explained by a sentence. */
  isExplained?: boolean;
};

/** Shows a tick for each method. The ticked ones keep the order of their strength. */
export const MethodTicks = ({ id, methods, ticked, onChange, isDisabled, isExplained = false }: MethodTicksProps) => {
  const texts = useMethodTexts();
  return (
    <>
      {methods.map((method) => (
        <Checkbox
          key={method}
          id={`${id}-${method}`}
          className="strongroom-choice"
          label={texts.name(method)}
          {...(isExplained && { description: texts.help(method) })}
          isChecked={ticked.includes(method)}
          onChange={(_event, checked) =>
            onChange(methods.filter((each) => (each === method ? checked : ticked.includes(each))))
          }
          isDisabled={isDisabled}
        />
      ))}
    </>
  );
};

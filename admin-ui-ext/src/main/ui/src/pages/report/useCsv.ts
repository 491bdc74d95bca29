import { useApi } from "../../api/useApi";
import { useBusy } from "../../form/useBusy";
import { useAlerts } from "../../ui/Alerts";
import { useScope } from "../scope";

/** Downloads the report as a file; a plain link could not send the administrator's token. */
export const useCsv = () => {
  const api = useApi();
  const scope = useScope();
  const { failed } = useAlerts();
  const { busy, run } = useBusy(failed);

  const download = () =>
    run(async () => {
      const response = await api.send("GET", `${scope.api}/report/csv`);
      const url = URL.createObjectURL(await response.blob());
      const link = document.createElement("a");
      link.href = url;
      link.download = scope.organization ? `two-factor-${scope.organization.alias}.csv` : "two-factor.csv";
      link.click();
      URL.revokeObjectURL(url);
    });

  return { busy, download };
};

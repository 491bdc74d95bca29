import { useApi } from "../../api/useApi";
import { useBusy } from "../../form/useBusy";
import { useAlerts } from "../../ui/Alerts";

/** Downloads the report as a file; a plain link could not send the administrator's token. */
export const useCsv = () => {
  const api = useApi();
  const { failed } = useAlerts();
  const { busy, run } = useBusy(failed);

  const download = () =>
    run(async () => {
      const response = await api.send("GET", "/two-factor/report/csv");
      const url = URL.createObjectURL(await response.blob());
      const link = document.createElement("a");
      link.href = url;
      link.download = "two-factor.csv";
      link.click();
      URL.revokeObjectURL(url);
    });

  return { busy, download };
};

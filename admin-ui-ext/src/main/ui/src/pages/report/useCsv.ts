import { useState } from "react";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";

/** Saves the report as a file: a link could not carry the administrator's token. */
export const useCsv = () => {
  const api = useApi();
  const { failed } = useAlerts();
  const [busy, setBusy] = useState(false);

  const download = async () => {
    setBusy(true);
    try {
      const response = await api.send("GET", "/two-factor/report/csv");
      const url = URL.createObjectURL(await response.blob());
      const link = document.createElement("a");
      link.href = url;
      link.download = "two-factor.csv";
      link.click();
      URL.revokeObjectURL(url);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return { busy, download };
};

import { useCallback } from "react";
import { Outlet, useParams } from "react-router-dom";
import type { Organization } from "../../api/types";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { OrganizationProvider } from "../scope";

const Loaded = ({ id }: { id: string }) => {
  const api = useApi();
  const loaded = useLoad(
    useCallback(() => api.json<Organization>("GET", `/two-factor/organizations/${id}`), [api, id]),
  );
  return (
    <Await what={loaded}>
      {(organization) => (
        <OrganizationProvider value={organization}>
          <Outlet />
        </OrganizationProvider>
      )}
    </Await>
  );
};

/** Loads the organization of the address for the pages within; nothing of the previous one stays. */
export default function OrganizationFrame() {
  const { id = "" } = useParams();
  return <Loaded key={id} id={id} />;
}

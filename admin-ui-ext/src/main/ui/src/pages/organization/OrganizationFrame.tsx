import { useCallback } from "react";
import { Outlet, useParams } from "react-router-dom";
import type { Organization } from "../../api/types";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { OrganizationProvider } from "../scope";

/** Loads the organization of the address for the pages within. */
export default function OrganizationFrame() {
  const api = useApi();
  const { id = "" } = useParams();
  const loaded = useLoad(
    useCallback(() => api.json<Organization>("GET", `/two-factor/organizations/${id}`), [api, id]),
  );
  return (
    <Await what={loaded}>
      {(organization) => (
        <OrganizationProvider key={organization.id} value={organization}>
          <Outlet />
        </OrganizationProvider>
      )}
    </Await>
  );
}

import { useAccess, useEnvironment, useRealm, useServerInfo, type AdminEnvironment } from "@keycloak/keycloak-admin-ui";
import { accessOf, type AppRouteObjectHandle } from "../console-types";
import { consoleRoutes } from "../routes";
import { NAVIGATION, type NavEntry, type NavSection } from "./nav-entries";

const UI_PAGES = "org.keycloak.services.ui.extend.UiPageProvider";

/** Removes the parameters from a route's path: `/:realm/users/:id` becomes `/users`, `/:realm/groups/*` becomes `/groups`. */
const staticPath = (path: string) =>
  path
    .split("/")
    .filter((segment) => !/^(:.*|\*)?$/.test(segment))
    .map((segment) => `/${segment}`)
    .join("");

/** Returns the sections and entries that exist in the realm and that the administrator may open. */
export const useNavigation = (): NavSection[] => {
  const { environment } = useEnvironment<AdminEnvironment>();
  const { hasAccess, hasSomeAccess } = useAccess();
  const { features, componentTypes } = useServerInfo();
  const { realmRepresentation: realm } = useRealm();

  const enabled = (name: string) => features?.some((feature) => feature.enabled && feature.name === name) ?? false;
  const conditions: Record<NonNullable<NavEntry["when"]>, boolean> = {
    masterRealm: environment.masterRealm === environment.realm,
    organizations:
      enabled("ORGANIZATION") &&
      hasSomeAccess("manage-realm", "query-organizations") &&
      realm.organizationsEnabled === true,
    permissions: enabled("ADMIN_FINE_GRAINED_AUTHZ_V2") && realm.adminPermissionsEnabled === true,
    workflows: enabled("WORKFLOWS") && hasSomeAccess("realm-admin", "admin"),
  };
  const pages: NavEntry[] = enabled("DECLARATIVE_UI")
    ? (componentTypes?.[UI_PAGES] ?? []).map((page) => ({
        title: page.id,
        path: `/page-section/${page.id}`,
      }))
    : [];

  const mayOpen = ({ path }: NavEntry) => {
    const route = consoleRoutes.find(
      (candidate) =>
        path === staticPath(candidate.path ?? "") ||
        (path.startsWith("/page-section/") && staticPath(candidate.path ?? "") === "/page-section"),
    );
    const handle = route?.handle as AppRouteObjectHandle | undefined;
    return route !== undefined && hasAccess(...accessOf(handle));
  };

  return NAVIGATION.filter(({ access }) => hasSomeAccess(...access))
    .map((section) => ({
      ...section,
      entries: [...section.entries, ...(section.title === "configure" ? pages : [])].filter(
        (entry) => (!entry.when || conditions[entry.when]) && mayOpen(entry),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
};

package io.strongroom.admin;

import com.google.auto.service.AutoService;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.provider.PlainFactory;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Serves {@code /admin/realms/{realm}/two-factor}. */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class TwoFactorAdminResourceFactory
        implements AdminRealmResourceProviderFactory, PlainFactory<AdminRealmResourceProvider> {

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new AdminRealmResourceProvider() {
            @Override
            public Object getResource(
                    KeycloakSession current, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder event) {
                return new TwoFactorAdminResource(new AdminRequest(current, realm, auth, event, Clock.systemUTC()));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String getId() {
        return "two-factor";
    }
}

package io.strongroom.testrealm.harness;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;

/** The keys of all realms of a run: generating new ones for each took more than half of the server's time. */
final class RealmKeys {
    private static final String RSA_KEY = rsaKey();

    private RealmKeys() {}

    static MultivaluedHashMap<String, ComponentExportRepresentation> components() {
        MultivaluedHashMap<String, ComponentExportRepresentation> components = new MultivaluedHashMap<>();
        String type = "org.keycloak.keys.KeyProvider";
        components.add(type, component("rsa", Map.of("privateKey", RSA_KEY, "keyUse", "SIG")));
        components.add(type, component("hmac-generated", Map.of("algorithm", "HS512")));
        components.add(type, component("aes-generated", Map.of()));
        return components;
    }

    private static ComponentExportRepresentation component(String provider, Map<String, String> config) {
        ComponentExportRepresentation component = new ComponentExportRepresentation();
        component.setName(provider);
        component.setProviderId(provider);
        component.setConfig(new MultivaluedHashMap<>());
        component.getConfig().putSingle("priority", "100");
        config.forEach(component.getConfig()::putSingle);
        return component;
    }

    private static String rsaKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.strongroom.gateway.dispatch;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link SmsDispatcher}s. */
public interface SmsDispatcherFactory extends ProviderFactory<SmsDispatcher> {}

package io.strongroom.gateway.dispatch;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link SmsDispatcher}s. */
public interface SmsDispatcherFactory extends ProviderFactory<SmsDispatcher> {}

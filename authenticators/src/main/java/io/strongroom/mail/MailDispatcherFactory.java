package io.strongroom.mail;

import org.keycloak.provider.ProviderFactory;

/** Creates {@link MailDispatcher}s. */
public interface MailDispatcherFactory extends ProviderFactory<MailDispatcher> {}

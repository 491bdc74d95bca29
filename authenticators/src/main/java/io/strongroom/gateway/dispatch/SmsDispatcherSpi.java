package io.strongroom.gateway.dispatch;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

@AutoService(Spi.class)
public final class SmsDispatcherSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "sms-dispatcher";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return SmsDispatcher.class;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return SmsDispatcherFactory.class;
    }
}

package io.strongroom.gateway;

import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps from the console what a library says of the failures that the tests of a class provoke. */
public final class QuietLogger implements BeforeAllCallback, AfterAllCallback {

    /** Kept here, or its setting is forgotten. */
    private final Logger logger;

    public QuietLogger(String name) {
        this.logger = Logger.getLogger(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        logger.setUseParentHandlers(false);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        logger.setUseParentHandlers(true);
    }
}

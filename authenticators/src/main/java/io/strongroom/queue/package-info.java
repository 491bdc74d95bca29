/** A bounded queue for a few threads shared by many tenants. */
package io.strongroom.queue;

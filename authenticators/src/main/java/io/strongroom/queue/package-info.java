/** A bounded queue for a few threads that many tenants share. */
package io.strongroom.queue;

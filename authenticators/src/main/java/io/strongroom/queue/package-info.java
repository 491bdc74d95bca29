/** A bounded queue for a small number of threads that many tenants share. */
package io.strongroom.queue;

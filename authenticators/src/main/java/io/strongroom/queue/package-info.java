/** Work of many tenants for a few threads, of which none gets more than a share. */
package io.strongroom.queue;

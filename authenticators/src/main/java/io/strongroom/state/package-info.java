/** Entries and claims that outlive a request and are shared by all nodes: what codes and limits are kept in. */
package io.strongroom.state;

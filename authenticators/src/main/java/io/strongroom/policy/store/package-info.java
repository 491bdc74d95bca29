/** The only place that reads or writes policy attributes of realms and groups. */
package io.strongroom.policy.store;

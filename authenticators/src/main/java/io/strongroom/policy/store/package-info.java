/** The only code that reads or writes the policy attributes of realms and groups. */
package io.strongroom.policy.store;

/** Short-lived entries and claims, shared by all nodes. They store codes and limits. */
package io.strongroom.state;

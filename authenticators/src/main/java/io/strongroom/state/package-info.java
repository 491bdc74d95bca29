/** Storage of short-lived entries and claims for codes and limits, shared by all nodes. */
package io.strongroom.state;

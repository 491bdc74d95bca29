/** The tenant's rule: reading, checking, trying and changing it. */
package io.strongroom.admin.policy;

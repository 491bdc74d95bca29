/** The tenant policy: reads, validates, previews and replaces it. */
package io.strongroom.admin.policy;

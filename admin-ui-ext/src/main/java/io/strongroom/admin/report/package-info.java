/** Reports which users are enrolled, exempt, in the grace period or without a factor: as counts, and in full as CSV (X8). */
package io.strongroom.admin.report;

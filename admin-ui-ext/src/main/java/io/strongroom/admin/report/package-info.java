/** Who is enrolled, exempt, in grace, missing: in numbers, and in full as CSV (X8). */
package io.strongroom.admin.report;

/** Backup codes: a set of single-use codes for users who have lost their phone or app. */
package io.strongroom.factor.backupcode;

/** Backup codes: a set of single-use codes for who has lost phone or app. */
package io.strongroom.factor.backupcode;

/**
 * Phone numbers from the user profile, that is, from a user attribute that a directory or an administrator
 * maintains.
 */
package io.strongroom.factor.sms.attribute;

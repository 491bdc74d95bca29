/** Numbers from the profile: a user attribute that a directory or an administrator maintains. */
package io.strongroom.factor.sms.attribute;

/** Numbers that come from outside: a user attribute that a directory or an administrator keeps. */
package io.strongroom.factor.sms.attribute;

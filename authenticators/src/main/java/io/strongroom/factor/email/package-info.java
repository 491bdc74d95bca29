/**
 * Codes by e-mail to the user's verified address. A code is not sent if the address changed in the last day, nor in a
 * login that began with a link from the same mailbox.
 */
package io.strongroom.factor.email;

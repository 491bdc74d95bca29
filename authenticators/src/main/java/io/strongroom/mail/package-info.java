/** E-mails in the tenant's layout, and their sending on threads of their own. */
package io.strongroom.mail;

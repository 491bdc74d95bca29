/** Identity provider links created without a second factor, and the account data from before the link. */
package io.strongroom.factor.link;

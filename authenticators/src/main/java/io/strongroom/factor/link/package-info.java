/** Links to identity providers that were made without a second factor, and what the account was like before. */
package io.strongroom.factor.link;

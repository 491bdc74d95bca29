/** What factories of providers without options and without a life cycle have in common. */
package io.strongroom.provider;

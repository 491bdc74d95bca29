/** Base types of provider factories, and reading of numeric server options. */
package io.strongroom.provider;

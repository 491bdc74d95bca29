/** Base types for provider factories, and a reader for integer server options. */
package io.strongroom.provider;
